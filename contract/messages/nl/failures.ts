import type { Messages } from '../en.ts'

export const failures: Messages['failures'] = {}
