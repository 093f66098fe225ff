import type { Messages } from '../en.ts'

export const history: Messages['history'] = {
  skip: 'Deze stap overslaan',
}
