import type { Messages } from '../en.ts'

export const codebook: Messages['codebook'] = {}
