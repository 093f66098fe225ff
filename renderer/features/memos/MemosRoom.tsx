/** The journal of memos: all of them by date, searched, each leading back to what it is on. */
import { useState } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { Memo, MemoTarget } from '../../../contract/memos.ts'
import { useLive } from '../../lib/live.tsx'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { Button, Select, TextField } from '../../ui/controls.tsx'
import { MemoEditor, NewMemo } from './MemoEditor.tsx'
import { goTo, onWhat } from './targets.ts'
import './memos.css'

const groups = ['all', 'text', 'code', 'document', 'respondent', 'project'] as const
type Group = (typeof groups)[number]
const groupOf = ({ kind }: MemoTarget): Group => (kind === 'passage' || kind === 'coding' ? 'text' : kind)

export const MemosRoom = () => {
  const { memos: messages } = useMessages()
  const { room } = messages
  const [text, setText] = useState('')
  const [group, setGroup] = useState<Group>('all')
  /** A memo's id; `new` while one is written on the project. */
  const [chosen, setChosen] = useState<number | 'new' | null>(null)
  const { data } = useLive('memos.list', { text }, { keepPrevious: true })
  const found = data?.filter(({ target }) => group === 'all' || groupOf(target) === group) ?? []
  const open = found.find(({ id }) => id === chosen)
  return (
    <div className="memos-room">
      <h1 className="visually-hidden">{messages.title}</h1>
      <section className="memos-side" aria-label={room.list}>
        <div className="memos-tools">
          <TextField label={room.search} hideLabel placeholder={room.search} value={text} onChange={setText} />
          <div className="memos-line">
            <Select
              label={room.kinds.label}
              hideLabel
              choices={groups.map((id) => ({ id, name: room.kinds[id] }))}
              value={group}
              onChange={setGroup}
            />
            <small className="soft">{room.count(found.length)}</small>
            <Button
              onPress={() => {
                setChosen('new')
              }}
            >
              {room.newOnProject}
            </Button>
          </div>
        </div>
        <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 96 }}>
          <GridList
            className="memos-list"
            aria-label={room.list}
            items={found}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={typeof chosen === 'number' ? [chosen] : []}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : keys
              setChosen(key === undefined ? null : Number(key))
            }}
            onAction={(key) => {
              const memo = found.find(({ id }) => id === key)
              if (memo) goTo(memo)
            }}
            renderEmptyState={() => (
              <p className="memos-none">
                {data === undefined ? '' : text === '' && group === 'all' ? room.none : room.noneFound}
              </p>
            )}
          >
            {(memo) => <Entry memo={memo} />}
          </GridList>
        </Virtualizer>
      </section>
      <section className="memos-main">
        {chosen === 'new' ? <Writing /> : null}
        {open ? <Opened key={open.id} memo={open} /> : null}
        {open || chosen === 'new' ? null : <p className="memos-none">{room.choose}</p>}
      </section>
    </div>
  )
}

const Entry = ({ memo }: { readonly memo: Memo }) => {
  const messages = useMessages()
  const formats = useFormats()
  const { room } = messages.memos
  return (
    <GridListItem id={memo.id} textValue={memo.body} className="memo-entry">
      <small>{[formats.date(memo.createdAt), onWhat(memo.target, memo, messages)].join(' · ')}</small>
      <span className="memo-entry-body">{memo.body.trim() === '' ? room.empty : memo.body}</span>
      {memo.place ? <span className="memo-entry-quote">{memo.place.quote}</span> : null}
    </GridListItem>
  )
}

const Writing = () => {
  const { memos } = useMessages()
  const { data: known = [] } = useLive('memos.list', { target: onProject })
  return (
    <div className="memo-open">
      <h2>{memos.on.project}</h2>
      <NewMemo target={onProject} memos={known} onMade={() => undefined} autoFocus />
    </div>
  )
}
const onProject: MemoTarget = { kind: 'project' }

const Opened = ({ memo }: { readonly memo: Memo }) => {
  const messages = useMessages()
  const { room } = messages.memos
  return (
    <div className="memo-open">
      <header>
        <h2>{onWhat(memo.target, memo, messages)}</h2>
        {memo.target.kind === 'project' ? null : (
          <Button
            kind="primary"
            onPress={() => {
              goTo(memo)
            }}
          >
            {room.goBack}
          </Button>
        )}
      </header>
      {memo.place ? <blockquote className="memo-quote">{memo.place.quote}</blockquote> : null}
      <MemoEditor memo={memo} rows={12} />
    </div>
  )
}
