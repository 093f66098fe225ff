import type { Messages } from '../en.ts'

export const excerpts: Messages['excerpts'] = {}
