/** The parts of a .docx that hold its words, checked before anything interprets them: sizes, entities, depth. */
import { SaxesParser } from 'saxes'
import { Unreadable } from './unreadable.ts'
import { inflateEntry, listEntries, type Budget } from './zip.ts'

export interface DocxParts {
  /** Names to XML; only what the reading needs, never media. */
  readonly parts: ReadonlyMap<string, string>
  readonly main: string
}

/**
 * All parts together, inflated. A hundred thousand words with Word's revision marks on every run take about 5 MB;
 * mammoth's model of 30 MB or a million elements takes 2 GB of memory.
 */
const MAX_XML_BYTES = 30_000_000
const MAX_ELEMENTS = 1_000_000
const MAX_DEPTH = 256
const OFFICE_DOCUMENT = /\/relationships\/officeDocument$/
const needed =
  /^(?:document|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\d*\.xml$|^_rels\/[^/]+\.rels$/

/** Throws `Unreadable`: damaged, too-large, password-protected, or unknown-format for a .zip that is something else. */
export const openDocx = (bytes: Uint8Array): DocxParts => {
  const entries = listEntries(bytes)
  const budget: Budget = { left: MAX_XML_BYTES }
  const parts = new Map<string, string>()
  const load = (name: string) => {
    const entry = entries.get(name)
    if (entry && !parts.has(name)) parts.set(name, decodeXml(inflateEntry(bytes, entry, budget), name))
    return parts.get(name)
  }
  const packageRelations = load('_rels/.rels')
  const main = (packageRelations && mainPart(packageRelations)) || 'word/document.xml'
  if (!entries.has(main) || !load('[Content_Types].xml')) throw new Unreadable('unknown-format')
  if (!/wordprocessingml|ms-word/.test(parts.get('[Content_Types].xml') ?? '')) throw new Unreadable('unknown-format')
  load(main)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  for (const name of entries.keys()) if (name.startsWith(folder) && needed.test(name.slice(folder.length))) load(name)
  return { parts, main }
}

const decodeXml = (bytes: Uint8Array, name: string): string => {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable('damaged', name)
  }
}

const mainPart = (relations: string): string | null => {
  let main: string | null = null
  walkXml(relations, '_rels/.rels', {
    open: (tag, attributes) => {
      if (tag === 'Relationship' && OFFICE_DOCUMENT.test(attributes['Type'] ?? ''))
        main ??= (attributes['Target'] ?? '').replace(/^\//, '')
    },
  })
  return main
}

export interface Walker {
  /** `tag` and attribute names without their namespace's prefix. */
  readonly open?: (tag: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (tag: string) => void
  readonly text?: (text: string) => void
}

/**
 * Walks well-formed XML. Throws `Unreadable` damaged, with the part's name, on anything else: a document type
 * declaration (the door to entities) or elements nested too deep to be somebody's text.
 */
export const walkXml = (xml: string, name: string, walker: Walker): void => {
  const parser = new SaxesParser()
  const refuse = () => {
    throw new Unreadable('damaged', name)
  }
  let depth = 0
  let elements = 0
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (++depth > MAX_DEPTH) refuse()
    if (++elements > MAX_ELEMENTS) throw new Unreadable('too-large', name)
    walker.open?.(localName(tag), withLocalNames(attributes))
  })
  parser.on('closetag', ({ name: tag }) => {
    depth--
    walker.close?.(localName(tag))
  })
  if (walker.text) parser.on('text', walker.text)
  parser.write(xml).close()
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const withLocalNames = (attributes: Readonly<Record<string, string>>): Record<string, string> => {
  const local: Record<string, string> = Object.create(null) as Record<string, string>
  for (const name in attributes) local[localName(name)] = attributes[name] as string
  return local
}
