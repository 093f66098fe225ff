/** Memos of the English sample. */
import type { SampleMemo } from '../words.ts'

export const memos: readonly SampleMemo[] = [
  {
    by: 'AL',
    on: { kind: 'project' },
    body: 'This is a sample. The people in it are invented, their interviews too; any likeness is chance. Code in it as you like: nothing here can be broken, and it stays as you leave it.',
  },
  {
    by: 'MG',
    on: { kind: 'code', code: 'passivity' },
    body: 'R11 was never held, and still his table is being cleaned twice. We agreed to keep this code for detention and what is carried out of it, and to use Living in waiting for the rest. I coded one passage of R11 with it before we agreed; I leave it so that we can talk about it.',
  },
  {
    by: 'MG',
    on: {
      kind: 'coding',
      document: 'R11',
      code: 'passivity',
      quote: "I clean the table. … I am hiding that there's nothing.",
    },
    body: 'Is this waiting, or grief? The table comes back later (“a number that cleans a table”).',
  },
  {
    by: 'AL',
    on: { kind: 'document', document: 'R07-2' },
    body: 'Door open a hand’s breadth the whole time. He laughed six or seven times, in October not once. I asked about detention too late and too carefully, and he answered as if he had waited for it.',
  },
  {
    by: 'AL',
    on: {
      kind: 'passage',
      document: 'R07-2',
      quote: "First they make you weak and then they ask you a strong man's question.",
    },
    body: 'Title of the chapter on agency? Ask him whether we may.',
  },
  {
    by: 'MG',
    on: { kind: 'respondent', respondent: 'R03' },
    body: 'Asks twice who listens to the recording. Send him the transcript before we use any of it, by way of his lawyer.',
  },
  {
    by: 'AL',
    on: { kind: 'code', code: 'health' },
    body: 'Three people say the same thing in three ways: R07 with his ceiling, R11 with his blood, R16 with her Thursday. You need a body to decide. Worth a section of its own, and a question in the second round.',
  },
  {
    by: 'AL',
    on: { kind: 'document', document: 'R26-2' },
    body: 'The line broke off in the middle of a sentence and did not come back. I sent her a message. Answer the next day: a picture of the lamp.',
  },
  {
    by: 'MG',
    on: {
      kind: 'passage',
      document: 'group',
      quote: "It's that somebody's waiting for me at nine o'clock.",
    },
    body: 'Nine o’clock goes from R21 to R22 to R23 and means something else each time. Code the three together?',
  },
  {
    by: 'AL',
    on: { kind: 'document', document: 'R24' },
    body: 'Nobody has coded this one yet. A good place to try: select a passage, press 1, 2, 3 or 4 for a pinned code, or type two letters of another.',
  },
]
