import type { Messages } from '../en.ts'

export const cli: Messages['cli'] = {}
