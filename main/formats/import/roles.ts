/** What a speaker's label says by itself: the words that English and Dutch transcripts use for the parts people play. */

/** `respondent`: a bare `R` or `Answer`; `numbered`: `R07`; `voice`: `Speaker 2`, which nobody gave a name yet. */
export type LabelKind = 'interviewer' | 'interpreter' | 'respondent' | 'numbered' | 'voice' | 'other' | 'name'

const interviewers =
  'i|q|v|iv|int|interv|interviewer|interviewster|vraag|vraagsteller|vraagstelster|question|moderator|mod|facilitator|' +
  'gespreksleider|gespreksleidster|onderzoeker|onderzoekster|researcher'
const interpreters = 't|tolk|interpreter|interp|translator|vertaler|vertaalster'
const respondents =
  'r|a|p|resp|respondent|respondente|antwoord|answer|participant|deelnemer|deelneemster|informant|interviewee|ie|' +
  'geïnterviewde|geinterviewde'
const voices = 'speaker|spreker|spreekster|voice|stem|person|persoon'
const others =
  'unknown|onbekend|unidentified|observer|observator|notulist|notetaker|note-taker|advocaat|advocate|lawyer|attorney|' +
  'gemachtigde|voogd|guardian|begeleider|begeleidster|social worker|all|allen|allemaal|everyone|iedereen|group|groep|' +
  'several|meerdere|both|beiden'

/** Words that say what they say also before a name: `Interviewer Anna`. */
const titles =
  /^(?:(interviewer|interviewster|moderator|gespreksleider|onderzoeker|researcher)|(tolk|interpreter)) (?=\p{L})/u

/** A number or letter behind the word: `I1`, `Int. 2`, `R-07`, `Speaker_00`, `Tolk B`. */
const number = '[ ._#-]{0,2}(?:\\d{1,4}|(?<=[ _-])[a-z])'
const kinds: readonly (readonly [LabelKind, RegExp])[] = [
  ['interviewer', new RegExp(`^(?:${interviewers})(?:${number})?$`, 'u')],
  ['interpreter', new RegExp(`^(?:${interpreters})(?:${number})?$`, 'u')],
  ['respondent', new RegExp(`^(?:${respondents})$`, 'u')],
  ['numbered', new RegExp(`^(?:${respondents})${number}$`, 'u')],
  ['voice', new RegExp(`^(?:${voices})(?:${number})?$`, 'u')],
  ['other', new RegExp(`^(?:${others})(?:${number})?$`, 'u')],
]

/** Labels that differ only in case, spaces or a closing full stop are one speaker. */
export const labelKey = (label: string): string =>
  label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/\.+$/, '')
    .trim()

/** `Interviewer (Anna)` and `Tolk (Farsi)` are what they say first. */
export const labelKind = (label: string): LabelKind => {
  const key = labelKey(label)
  const base = labelKey(key.split('(', 1)[0] ?? key)
  const kind = kinds.find(([, pattern]) => pattern.test(base))?.[0]
  if (kind) return kind
  const title = titles.exec(base)
  return title ? (title[1] ? 'interviewer' : 'interpreter') : 'name'
}

/** `Q12`, `Vraag 3`: questions and answers are numbered in some interviews, their speakers are not. Null: no such label. */
export const numberedPart = (label: string): { base: string; number: string } | null => {
  const match = /^(q|v|a|vraag|antwoord|question|answer)[ .#-]{0,2}(\d{1,4})$/iu.exec(label.trim())
  return match?.[1] && match[2] ? { base: match[1], number: match[2] } : null
}

const particles = new Set(
  'van de der den des het ter ten te tot op in t l d o al el ul as bin ben bint ibn abu umm von zu und di da do dos du la le les of and en y e'.split(
    ' ',
  ),
)
/** What stands before a colon or in bold and is nobody: fields of a form, openers of a remark, words of assent. */
const notPeople = new Set(
  (
    'note notes nb n.b ps p.s remark remarks warning attention important example summary conclusion introduction ' +
    'background date time place location duration subject topic source appendix language country name age sex gender ' +
    'nationality chapter part section step table figure http https www mailto re to from cc interview transcript file ' +
    'noot let op opmerking opmerkingen waarschuwing attentie belangrijk voorbeeld samenvatting conclusie inleiding ' +
    'achtergrond datum tijd plaats locatie duur onderwerp bron bijlage taal land naam leeftijd geslacht nationaliteit ' +
    'hoofdstuk deel paragraaf stap tabel figuur aan van betreft bestand opname recording ' +
    'yes no yeah well okay ok so and but because then now right hm hmm mm uh um ' +
    'ja nee nou goed oké dus en maar want toen nu precies eh'
  ).split(' '),
)

export const isNobody = (label: string): boolean =>
  notPeople.has(labelKey(label)) || notPeople.has(labelKey(label.split(/\s/u, 1)[0] ?? ''))

/** Whether this could be a person's name or part: words with a capital, or in a script that has none. */
export const looksLikeName = (label: string): boolean => {
  const words = label.split(/[\s\u00a0]+/)
  if (words.length > 5 || label.length > 50) return false
  if (isNobody(label)) return false
  return (
    /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(label.replace(/^(?:'t|\p{Ll}{1,4}) /u, '')) &&
    words.every(
      (word) => /^[(']?[\p{Lu}\p{Lt}\p{Lo}\p{N}&]/u.test(word) || particles.has(labelKey(word.replace(/'/g, ''))),
    )
  )
}
