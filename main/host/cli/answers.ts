/** `query`, `export`, `call` and `check`: questions whose answers are printed or written to a file. */
import type { Attribute } from '../../../contract/attributes.ts'
import { AppError } from '../../../contract/failure.ts'
import type { Client } from '../../../contract/index.ts'
import { isUnfinished, type Across, type Frequencies } from '../../../contract/queries.ts'
import type { Fault } from '../../../contract/projects.ts'
import { nameKey } from '../../../contract/values.ts'
import { Response } from '../../../contract/wire.ts'
import { columnName } from '../../formats/export/frequency-table.ts'
import { codeTree } from '../../services/code-tree.ts'
import type { CommandOf } from './arguments.ts'
import { deliver, print } from './output.ts'
import { CannotDo, WrongUsage } from './problems.ts'
import type { Tools } from './tools.ts'

export const query = (asked: CommandOf<'query'>, { withProject }: Tools): Promise<number> =>
  withProject(asked.file, async ({ reader }) => {
    const { count, rollup, format, output } = asked
    const definition = { across: await acrossOf(asked.across, reader), count, rollup }
    if (format === 'csv') {
      const { base64 } = await reader.exports.table({ definition, format })
      deliver(Buffer.from(base64, 'base64'), output)
      return 0
    }
    const table = await reader.queries.frequencies(definition)
    const tree = codeTree(await reader.codes.list({}))
    const answer = { across: asked.across, count, rollup, ...tableOf(table, tree.pathOf) }
    deliver(Buffer.from(`${JSON.stringify(answer)}\n`), output)
    return 0
  })

const acrossOf = async (asked: string, reader: Client): Promise<Across> => {
  if (asked === 'respondents' || asked === 'documents') return { kind: asked }
  const attributes = await reader.attributes.list({})
  const called = (owner: Attribute['owner']) =>
    attributes.find((one) => one.owner === owner && nameKey(one.name) === nameKey(asked))
  const found = called('respondent') ?? called('document')
  if (!found)
    throw new CannotDo(({ failed }) =>
      failed.noAttribute(
        asked,
        attributes.map(({ name }) => name),
      ),
    )
  return { kind: 'attribute', attributeId: found.id }
}

/** The table of the .csv, with what belongs to a row in the row. */
const tableOf = (table: Frequencies, pathOf: (codeId: number) => string) => {
  const width = table.columns.length
  return {
    n: table.n,
    columns: table.columns.map((column) => ({ name: columnName(column), n: column.n })),
    rows: table.codeIds.map((id, row) => ({
      code_path: pathOf(id),
      n_codings: table.rowCodings[row],
      n_respondents: table.rowRespondents[row],
      cells: table.cells.slice(row * width, (row + 1) * width),
      unfinished: table.columns.map((_, column) => isUnfinished(table, row, column)),
      total: table.rowTotals[row],
    })),
    column_totals: table.columnTotals,
    total: table.total,
  }
}

export const exportFile = (asked: CommandOf<'export'>, { withProject }: Tools): Promise<number> =>
  withProject(asked.file, async ({ reader }) => {
    const { base64 } =
      asked.what === 'excerpts'
        ? await reader.exports.excerpts({ codeIds: [], format: 'csv' })
        : await reader.exports.codebook({ format: asked.format })
    deliver(Buffer.from(base64, 'base64'), asked.output)
    return 0
  })

export const call = async (asked: CommandOf<'call'>, { withProject }: Tools): Promise<number> => {
  const input = readJson(asked.input === '-' ? await readInput() : asked.input)
  return withProject(asked.file, async ({ send }) => {
    const response = Response.parse(await send({ feature: asked.feature, method: asked.method, input }))
    if (!response.ok) {
      const { failure } = response
      if (failure.code !== 'invalid-input') throw new AppError(failure)
      throw new CannotDo(({ failed }) => failed.input(`${asked.feature}.${asked.method}`, failure.issues))
    }
    print(JSON.stringify(response.output ?? null))
    return 0
  })
}

const readInput = async (): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new WrongUsage(({ wrong }) => wrong.noJson(text))
  }
}

/** What is wrong is the answer; that something is wrong is the failure. */
export const check = ({ file }: CommandOf<'check'>, { withProject, messages: { cli } }: Tools): Promise<number> =>
  withProject(file, async ({ reader }) => {
    const faults = await reader.projects.check({})
    if (faults.length === 0) {
      print(cli.noFault)
      return 0
    }
    for (const fault of faults) print(describe(fault, cli.faults))
    throw new CannotDo(({ failed }) => failed.faults(faults.length))
  })

const describe = (fault: Fault, faults: Tools['messages']['cli']['faults']): string => {
  switch (fault.kind) {
    case 'structure':
      return faults.structure(fault.detail)
    case 'reference':
      return faults.reference(fault.table, fault.parent, fault.rows)
    case 'derived':
      return faults.derived(fault.table, fault.rows)
    case 'text':
      return faults.text(fault.document)
    case 'quote':
      return faults.quote(fault.document, fault.codings)
  }
}
