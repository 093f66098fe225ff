import type { Messages } from '../en.ts'

export const documents: Messages['documents'] = {}
