import type { Messages } from '../en.ts'

export const coding: Messages['coding'] = {}
