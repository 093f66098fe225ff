/** What is asked on the command line: words to a command. Pure; throws `WrongUsage`. */
import { parseArgs } from 'node:util'
import { Count } from '../../../contract/queries.ts'
import { findMethod } from '../../../contract/wire.ts'
import { pathParts } from './code-path.ts'
import { WrongUsage } from './problems.ts'

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'new'; readonly file: string }
  | { readonly name: 'check'; readonly file: string }
  | {
      readonly name: 'import'
      readonly file: string
      readonly paths: readonly string[]
      readonly attributes: string | null
    }
  | {
      readonly name: 'code'
      readonly file: string
      readonly document: string
      readonly quote: string
      /** "Fear > Safety fear" */
      readonly code: string
      readonly coder: string | null
      /** From 1; null: the quote should occur once. */
      readonly occurrence: number | null
    }
  | {
      readonly name: 'query'
      readonly file: string
      /** `respondents`, `documents` or the name of an attribute. */
      readonly across: string
      readonly count: Count
      readonly rollup: boolean
      readonly format: 'csv' | 'json'
      readonly output: string | null
    }
  | {
      readonly name: 'export'
      readonly what: 'excerpts' | 'codebook'
      readonly file: string
      readonly format: 'csv' | 'qdc'
      readonly output: string | null
    }
  | {
      readonly name: 'call'
      readonly file: string
      readonly feature: string
      readonly method: string
      /** JSON, or `-` for what standard input brings. */
      readonly input: string
    }
export type CommandOf<Name extends Command['name']> = Extract<Command, { name: Name }>

const options = {
  attributes: { type: 'string' },
  document: { type: 'string' },
  quote: { type: 'string' },
  code: { type: 'string' },
  coder: { type: 'string' },
  occurrence: { type: 'string' },
  across: { type: 'string' },
  count: { type: 'string' },
  rollup: { type: 'boolean' },
  format: { type: 'string' },
  output: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const
type Option = keyof typeof options
const isOption = (name: string): name is Option => Object.hasOwn(options, name)

export const readCommand = (args: readonly string[]): Command => {
  const words = takeApart(args)
  const [name, ...rest] = words.positionals
  if (words.given.has('help') || name === 'help') return { name: 'help' }
  if (name === undefined) throw new WrongUsage(({ wrong }) => wrong.noCommand)
  if (!Object.hasOwn(readers, name)) throw new WrongUsage(({ wrong }) => wrong.unknownCommand(name))
  return readers[name as keyof typeof readers](new Words(name, rest, words.given))
}

const readers = {
  new: (words: Words): Command => {
    const [file] = words.take(['FILE'], [])
    return { name: 'new', file }
  },
  check: (words: Words): Command => {
    const [file] = words.take(['FILE'], [])
    return { name: 'check', file }
  },
  import: (words: Words): Command => {
    const [file, ...paths] = words.take(['FILE'], ['attributes'], 'PATH...')
    const attributes = words.value('attributes')
    if (paths.length === 0 && attributes === null) throw new WrongUsage(({ wrong }) => wrong.missing('PATH'))
    return { name: 'import', file, paths, attributes }
  },
  code: (words: Words): Command => {
    const [file] = words.take(['FILE'], ['document', 'quote', 'code', 'coder', 'occurrence'])
    const code = words.required('code')
    if (pathParts(code).includes('')) throw new WrongUsage(({ wrong }) => wrong.codePath(code))
    return {
      name: 'code',
      file,
      document: words.required('document'),
      quote: words.required('quote'),
      code,
      coder: words.value('coder'),
      occurrence: words.number('occurrence'),
    }
  },
  query: (words: Words): Command => {
    const [, file] = words.take([['frequencies'], 'FILE'], ['across', 'count', 'rollup', 'format', 'output'])
    return {
      name: 'query',
      file,
      across: words.value('across') ?? 'respondents',
      count: words.choice('count', Count.options, 'respondents'),
      rollup: words.has('rollup'),
      format: words.choice('format', ['csv', 'json'], 'csv'),
      output: words.output(),
    }
  },
  export: (words: Words): Command => {
    const [what, file] = words.take([['excerpts', 'codebook'], 'FILE'], ['format', 'output'])
    const output = words.output()
    if (what === 'excerpts')
      return { name: 'export', what, file, format: words.choice('format', ['csv'], 'csv'), output }
    const format = words.choice('format', ['csv', 'qdc'], output?.toLowerCase().endsWith('.qdc') ? 'qdc' : 'csv')
    return { name: 'export', what: 'codebook', file, format, output }
  },
  call: (words: Words): Command => {
    const [file, name, ...rest] = words.take(['FILE', 'feature.method'], [], 'JSON')
    const [input = '{}', tooMuch] = rest
    if (tooMuch !== undefined) throw new WrongUsage(({ wrong }) => wrong.tooMuch(tooMuch))
    const [feature = '', method = ''] = name.split('.')
    if (feature === 'shell' || name !== `${feature}.${method}` || !findMethod(feature, method))
      throw new WrongUsage(({ wrong }) => wrong.unknownMethod(name))
    return { name: 'call', file, feature, method, input }
  },
}

/** What stands behind the name of a command. */
class Words {
  readonly #name: string
  readonly #positionals: readonly string[]
  readonly #given: ReadonlyMap<Option, string>
  constructor(name: string, positionals: readonly string[], given: ReadonlyMap<Option, string>) {
    this.#name = name
    this.#positionals = positionals
    this.#given = given
  }
  /**
   * The words without an option: as many as `expected`, each a name for it or the choices there are, and behind them
   * any number where `more` says what they are. No other options than `allowed` may have been given.
   */
  take<const E extends readonly (string | readonly string[])[]>(
    expected: E,
    allowed: readonly Option[],
    more?: string,
  ): [...{ [K in keyof E]: E[K] extends readonly (infer C)[] ? C : string }, ...string[]] {
    const strange = [...this.#given.keys()].find((option) => !allowed.includes(option))
    if (strange !== undefined) throw new WrongUsage(({ wrong }) => wrong.unknownOption(`--${strange}`, this.#name))
    for (const [index, what] of expected.entries()) {
      const word = this.#positionals[index]
      const isFixed = typeof what !== 'string'
      if (isFixed && (word === undefined || !what.includes(word)))
        throw new WrongUsage(({ wrong }) => wrong.choose(this.#name, what))
      if (!isFixed && (word === undefined || word === '')) throw new WrongUsage(({ wrong }) => wrong.missing(what))
    }
    const tooMuch = this.#positionals[expected.length]
    if (tooMuch !== undefined && more === undefined) throw new WrongUsage(({ wrong }) => wrong.tooMuch(tooMuch))
    return this.#positionals as never
  }
  has(option: Option): boolean {
    return this.#given.has(option)
  }
  value(option: Option): string | null {
    return this.#given.get(option) ?? null
  }
  required(option: Option): string {
    const value = this.value(option)?.trim()
    if (value === undefined || value === '') throw new WrongUsage(({ wrong }) => wrong.missing(`--${option}`))
    return value
  }
  number(option: Option): number | null {
    const value = this.value(option)
    if (value === null) return null
    if (!/^[1-9]\d{0,8}$/u.test(value)) throw new WrongUsage(({ wrong }) => wrong.noNumber(`--${option}`))
    return Number(value)
  }
  choice<C extends string>(option: Option, choices: readonly C[], standard: C): C {
    const value = this.value(option) ?? standard
    const found = choices.find((choice) => choice === value)
    if (found === undefined) throw new WrongUsage(({ wrong }) => wrong.choose(`--${option}`, choices))
    return found
  }
  /** A project is no place for a table: it would be written over. */
  output(): string | null {
    const path = this.value('output')
    if (path?.toLowerCase().endsWith('.verbatim')) throw new WrongUsage(({ wrong }) => wrong.outputIsProject)
    return path
  }
}

/** Options may stand anywhere; a value may begin with a dash, as the turns of many transcripts do. */
const takeApart = (args: readonly string[]) => {
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const given = new Map<Option, string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    if (!isOption(name)) throw new WrongUsage(({ wrong }) => wrong.unknownOption(rawName, positionals[0] ?? ''))
    if (given.has(name)) throw new WrongUsage(({ wrong }) => wrong.twice(rawName))
    const isValue = options[name].type === 'string'
    const isMissing = value === undefined || (!inlineValue && value.startsWith('--') && isOption(value.slice(2)))
    if (isValue && isMissing) throw new WrongUsage(({ wrong }) => wrong.noValue(rawName))
    if (!isValue && value !== undefined) throw new WrongUsage(({ wrong }) => wrong.takesNoValue(rawName))
    given.set(name, value ?? '')
  }
  return { positionals, given }
}
