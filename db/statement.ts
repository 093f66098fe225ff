/** Prepared statements whose columns are checked against a zod shape when they are prepared, so drift fails at open. */
import type { Database } from 'better-sqlite3'
import type { z } from 'zod'

export const select = <S extends z.ZodObject, P extends unknown[] = []>(db: Database, shape: S, sql: string) => {
  const statement = db.prepare<P, z.output<S>>(sql)
  const columns = statement
    .columns()
    .map(({ name }) => name)
    .toSorted()
    .join()
  const keys = Object.keys(shape.shape).toSorted().join()
  if (columns !== keys) throw new Error(`columns ${columns} do not match ${keys} in: ${sql}`)
  return statement
}
