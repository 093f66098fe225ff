import type { Messages } from '../en.ts'

export const reader: Messages['reader'] = {}
