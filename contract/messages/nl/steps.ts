import type { Messages } from '../en.ts'

export const steps: Messages['steps'] = {}
