import type { Messages } from '../en.ts'

export const respondents: Messages['respondents'] = {}
