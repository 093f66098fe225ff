/** Guesses whether a text is Dutch or English, by the small words that only one of them has. */
import type { Language } from '../../../contract/documents.ts'

const dutch = new Set(
  'de het een en van ik niet dat je ze er maar ook naar voor met zijn op aan te heb hebben was ja nee dan toen wel nog mijn wij geen ben bij uit wat waar hoe deze die heeft kan moet weer omdat'.split(
    ' ',
  ),
)
const english = new Set(
  'the and of to i not that you she they there but also for with are on at my have had yes no then when it we our from what where how this those has can must again because been would his her'.split(
    ' ',
  ),
)
const both = ['was', 'we', 'are', 'on', 'at', 'is', 'in', 'me']
for (const word of both) for (const words of [dutch, english]) words.delete(word)

const SAMPLE = 8_000

/** English where neither shows. Looks at the beginning and the middle. */
export const guessLanguage = (text: string): Language => {
  const middle = Math.max(SAMPLE, text.length >> 1)
  const sample = text.slice(0, SAMPLE) + '\n' + text.slice(middle, middle + SAMPLE)
  let balance = 0
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (dutch.has(word)) balance--
    if (english.has(word)) balance++
  }
  return balance < 0 ? 'nl' : 'en'
}
