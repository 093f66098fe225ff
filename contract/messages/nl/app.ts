import type { Messages } from '../en.ts'

export const app: Messages['app'] = {}
