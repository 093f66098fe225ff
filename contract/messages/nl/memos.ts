import type { Messages } from '../en.ts'

export const memos: Messages['memos'] = {}
