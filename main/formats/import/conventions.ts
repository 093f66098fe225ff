/** Marks of the transcriber inside the words: time stamps, and conventions such as `[lacht]`, `(laughs)`, `[...]`. */
import type { Mark } from './segment.ts'

const clock = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,:-]\d{1,3})?`
const range = String.raw`${clock}(?: ?(?:-->|->|-|–|—) ?${clock})?`
/** A time stamp in brackets or between number signs, as programs for transcription write it. */
export const bracketedTime = String.raw`(?:\[ ?${range} ?\]|\( ?${range} ?\)|< ?${range} ?>|\{ ?${range} ?\}|#${range}#)`
/** A time stamp without brackets; only at the head of a line, where it stands alone or before words. */
export const bareTime = String.raw`${range}(?![\d.,%\p{L}]|:\d)`

const bracketed = new RegExp(bracketedTime, 'uy')

/** What people and recordings do beside speaking. One such word makes a short bracket a convention. */
const doings = new Set(
  (
    'lacht lachen lachend lachje gelach glimlacht glimlach grinnikt giechelt huilt huilen huilend snikt snikken zucht ' +
    'zuchten zuchtend stilte stil pauze pauzeert onverstaanbaar onduidelijk onhoorbaar verstaanbaar hoest hoesten kucht ' +
    'knikt knikken knikkend fluistert fluisterend snuift zwijgt aarzelt ruis onderbreking onderbroken geëmotioneerd ' +
    'applaus ademt wijst schudt instemmend achtergrondgeluid ' +
    'laughs laugh laughing laughter chuckles chuckle chuckling giggles smiles smiling cries crying sobs sobbing weeps ' +
    'weeping sighs sigh sighing silence silent pause pauses paused inaudible unintelligible unclear indistinct coughs ' +
    'cough coughing nods nodding whispers whispering sniffs sniffles crosstalk overlapping interruption interrupted ' +
    'applause inhales exhales hesitates gestures shrugs phonetic'
  ).split(' '),
)
const nothingSaid = /^(?:[.…?!\s_-]+|x{1,5}|\d+[.,]\d+|\d+(?:[.,]\d+)? ?(?:s|sec|secs|seconds?|seconden?)\.?)$/iu
const MAX_LENGTH = 100

const isDoing = (inside: string): boolean => {
  if (inside.length > 50) return false
  if (nothingSaid.test(inside)) return true
  const words = inside.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  return words.length <= 5 && words.some((word) => doings.has(word))
}

const closers: Readonly<Record<string, string>> = { '[': ']', '(': ')', '<': '>', '{': '}', '*': '*' }

/**
 * Times and conventions anywhere in the text, in order and disjoint. Square brackets are the transcriber's whatever
 * they hold; round, pointed and curly ones and asterisks only with a word from the list above, for people who edit
 * transcripts put speech in them too. In Markdown `[text](address)` is a link. Looks at most 100 units ahead of each
 * bracket, so it is linear.
 */
export const findConventions = (text: string, markdown: boolean): Mark[] => {
  const found: Mark[] = []
  const opener = /[[(<{*#]/g
  for (let hit = opener.exec(text); hit; hit = opener.exec(text)) {
    const mark = conventionAt(text, hit.index, hit[0], markdown)
    if (!mark) continue
    found.push(mark)
    opener.lastIndex = mark.end
  }
  return found
}

const conventionAt = (text: string, start: number, open: string, markdown: boolean): Mark | null => {
  bracketed.lastIndex = start
  const time = bracketed.exec(text)
  // A clock time in round brackets, "(10:30)", may be said; with seconds it is the recorder's.
  if (time && (open !== '(' || (time[0].match(/:/g) ?? []).length > 1))
    return { start, end: start + time[0].length, kind: 'time' }
  const close = closers[open]
  if (!close) return null
  const inside = enclosed(text, start, open, close)
  if (inside === null) return null
  let end = start + inside.length + 2
  if (open === '[')
    return markdown && (text[end] === '(' || text[end] === '[') ? null : { start, end, kind: 'convention' }
  if (open === '(' && inside.startsWith('(') && text[end] === ')') end++
  else if (!isDoing(inside.trim())) return null
  return { start, end, kind: 'convention' }
}

/** What stands between the bracket at `start` and the next closing one on the same line; null: nothing, or too long. */
const enclosed = (text: string, start: number, open: string, close: string): string | null => {
  const ahead = text.slice(start + 1, start + 1 + MAX_LENGTH)
  const end = ahead.indexOf(close)
  if (end < 1) return null
  const inside = ahead.slice(0, end)
  return inside.includes('\n') || (open === '[' && inside.includes('[')) ? null : inside
}
