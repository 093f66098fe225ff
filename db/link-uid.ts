/** Identity of rows that join two others: made of both ends, so that two people who link the same things make the same row. */
import { v5 } from 'uuid'

const NAMESPACE = '5d1f3a52-6c0e-5b7e-9d0a-2f6b1c7a4e38'

export const linkUid = (table: string, one: string, other: string): string => v5(`${table} ${one} ${other}`, NAMESPACE)
