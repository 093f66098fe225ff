/** Writes XML: elements, attributes and text, escaped; nothing that XML cannot hold gets out. */

/** The controls that XML 1.0 forbids (all but tab and the ends of lines), two code points more, and halves of pairs. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}(?<![\u007f-\u009f])|[\ufffe\uffff]|\p{Surrogate}/gu

/** Characters that XML cannot hold become U+FFFD, one for one, so that positions hold. */
export const toXmlCharacters = (text: string): string => text.replace(FORBIDDEN, '\uFFFD')

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
const escapeText = (text: string): string => toXmlCharacters(text).replace(/[&<>\r]/gu, (found) => escapes[found] ?? '')
/** Line breaks and tabs in an attribute would become spaces. */
const escapeAttribute = (text: string): string =>
  toXmlCharacters(text).replace(/[&<>"\t\n\r]/gu, (found) => escapes[found] ?? '')

/** Attributes without a value are left out. `content`: text, or elements that are written already. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content: { readonly text: string } | readonly string[] = [],
): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeAttribute(value)}"`],
  )
  const inside = 'text' in content ? escapeText(content.text) : content.join('')
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`
}

export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
