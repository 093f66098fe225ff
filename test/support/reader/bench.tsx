/** The reader alone on a page, with a small interview or a generated one; the browser tests drive it. */
import '../../../renderer/ui/base.css'
import { useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Code } from '../../../contract/codes.ts'
import type { Coding } from '../../../contract/codings.ts'
import { CodingStore } from '../../../renderer/features/reader/codingStore.ts'
import { Reader, type ReaderRef } from '../../../renderer/features/reader/Reader.tsx'
import { readerCommands } from '../../../renderer/features/reader/commands.ts'
import { MessagesProvider } from '../../../renderer/lib/messages.tsx'
import { keysOf } from '../../../renderer/lib/shortcuts.ts'
import { columnsOf, interview } from '../../renderer/reader/sample.ts'
import { generate } from './generated.ts'

const asked = new URLSearchParams(location.search)
const dutch = asked.get('language') === 'nl'
const made = asked.has('words') ? generate(Number(asked.get('words')), Number(asked.get('codings'))) : null
const shownDocument = made?.document ?? interview

const at = (words: string) => {
  const start = interview.text.indexOf(words)
  return { start, end: start + words.length }
}
const coded = (id: number, words: string, codeId: number, coderId = 1): Coding => ({
  id,
  documentId: 1,
  codeId,
  coderId,
  ...at(words),
  createdAt: '2026-03-14T10:00:00.000Z',
})
const codings = made?.codings ?? [
  coded(1, 'I see the street where my brother was stopped. I cannot sleep.', 2),
  coded(2, 'I cannot sleep.', 4),
  coded(3, 'then still it is not going back', 3, 2),
  coded(4, "The house is sold, I'd arrive as a stranger.", 3),
]

const code = (id: number, parentId: number | null, name: string, color: number): Code => ({
  id,
  parentId,
  position: id,
  name,
  color,
  definition: '',
  useWhen: '',
  notWhen: '',
  codable: true,
  archived: false,
  pin: null,
  createdAt: '2026-03-14T10:00:00.000Z',
  anchors: [],
})
const codes = made
  ? Array.from({ length: 60 }, (_, place) => code(place + 1, null, `Code number ${place + 1}`, place % 16))
  : [
      code(1, null, 'Fear', 0),
      code(2, 1, 'Safety fear', 0),
      code(3, null, 'Return as new migration', 4),
      code(4, null, 'Sleep', 2),
    ]
const coders = [
  { id: 1, name: 'Anna Lind', initials: 'AL', color: 0, codings: 3 },
  { id: 2, name: 'Maud Grob', initials: 'MG', color: 1, codings: 1 },
]

const store = new CodingStore(1)
let nextId = codings.length + 1
const log: unknown[] = []

const App = () => {
  const reader = useRef<ReaderRef>(null)
  const [selected, setSelected] = useState<readonly number[]>([])
  const [readTurns, setReadTurns] = useState<number[]>([])
  useEffect(() => {
    Object.assign(globalThis, {
      harness: {
        reader,
        store,
        log,
        selected,
        text: shownDocument.text,
        apply: (codeId: number) => {
          const span = reader.current?.getSelection()
          if (!span) return
          const { start, end } = span
          const put = [
            { id: nextId++, documentId: 1, codeId, coderId: 1, start, end, createdAt: '2026-03-14T11:00:00.000Z' },
          ]
          store.apply({ put, removed: [] })
        },
      },
    })
  }, [selected])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const inText = event.target instanceof HTMLElement && event.target.closest('[data-reader]') !== null
      const pressed = keysOf(event)
      const command = readerCommands.find(
        ({ keys, scope }) => keys?.includes(pressed) && (scope !== 'reader' || inText),
      )
      if (command && reader.current?.run(command.id.replace('reader.', ''))) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
  return (
    <Reader
      ref={reader}
      document={{ ...shownDocument, readTurns }}
      codings={store}
      codes={codes}
      coders={coders}
      me={1}
      selectedCodings={selected}
      onSelectCodings={setSelected}
      onSelection={(selection) => log.push(selection)}
      onResize={(id, { start, end }) => {
        const old = store.current()
        const row = old.id.indexOf(id)
        store.apply({
          put: [
            {
              id,
              documentId: 1,
              codeId: old.codeId[row] ?? 0,
              coderId: 1,
              start,
              end,
              createdAt: '2026-03-14T10:00:00.000Z',
            },
          ],
          removed: [],
        })
      }}
      onMarkRead={(turn, read) =>
        setReadTurns((turns) => (read ? [...turns, turn] : turns.filter((each) => each !== turn)))
      }
    />
  )
}

const open = () => {
  performance.mark('open')
  store.load(columnsOf(codings))
  createRoot(document.querySelector('#root') as HTMLElement).render(
    <MessagesProvider language={dutch ? 'nl' : 'en'}>
      <App />
    </MessagesProvider>,
  )
}
Object.assign(globalThis, { openReader: open })
if (!asked.has('wait')) open()
