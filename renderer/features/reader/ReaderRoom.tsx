/** The room where one codes: the open document with its head, joined to what the rest of the window knows. */
import { useEffect, useRef } from 'react'
import type { Coder } from '../../../contract/coders.ts'
import type { DocumentText } from '../../../contract/documents.ts'
import type { Code } from '../../../contract/codes.ts'
import { explain, failureOf } from '../../lib/explain.ts'
import { useCommand, useLive } from '../../lib/live.tsx'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { useWorkspace, workspace } from '../../lib/workspace.ts'
import { tellFailure } from '../../ui/toasts.tsx'
import { useProgress } from '../documents/use-progress.ts'
import { ImportFirst } from '../imports/ImportFirst.tsx'
import { Reader, type ReaderRef } from './Reader.tsx'
import type { Selected } from './marking.ts'
import { useCodings } from './useCodings.ts'
import './room.css'

export const ReaderRoom = () => {
  const { reader } = useMessages()
  const documentId = useWorkspace((state) => state.documentId)
  const documents = useLive('documents.list', {}).data
  if (documentId === null && documents?.length === 0) return <ImportFirst />
  return documentId === null ? (
    <p className="reader-empty">{reader.nothingOpen}</p>
  ) : (
    <OpenDocument key={documentId} documentId={documentId} />
  )
}

const OpenDocument = ({ documentId }: { readonly documentId: number }) => {
  const messages = useMessages()
  const document = useLive('documents.get', { id: documentId })
  const codes = useLive('codes.list', {}).data
  const coders = useLive('coders.list', {}).data
  const me = useLive('coders.me', {}).data
  if (document.error) return <p className="reader-empty">{explain(document.error.failure, messages)}</p>
  if (!document.data || !codes || !coders || !me) return <p className="reader-empty">{messages.reader.loading}</p>
  return <Desk document={document.data} codes={codes} coders={coders} me={me.id} />
}

interface DeskProps {
  readonly document: DocumentText
  readonly codes: readonly Code[]
  readonly coders: readonly Coder[]
  readonly me: number
}

const Desk = ({ document, codes, coders, me }: DeskProps) => {
  const messages = useMessages()
  const fail = (error: unknown) => tellFailure(explain(failureOf(error), messages))
  const codings = useCodings(document.id, fail)
  const reader = useRef<ReaderRef>(null)
  const selected = useWorkspace((state) => state.codingIds)
  const jump = useWorkspace((state) => state.jump)
  const resize = useCommand('codings.resize')
  const markRead = useCommand('documents.markRead')
  const { id } = document

  useEffect(() => {
    const handle = {
      focus: () => reader.current?.focus(),
      getSelection: () => inDocument(id, reader.current?.getSelection() ?? null),
      selectTurn: (turn: number) => reader.current?.selectTurn(turn),
      jumpTo: (span: { readonly start: number; readonly end: number }) => reader.current?.jumpTo(span),
      selectionRect: () => reader.current?.selectionRect() ?? null,
      can: (action: string) => reader.current?.can(action) ?? false,
      run: (action: string) => reader.current?.run(action) ?? false,
    }
    workspace.set({ reader: handle })
    return () => {
      if (workspace.get().reader === handle) workspace.set({ reader: null, selection: null })
    }
  }, [id])

  useEffect(() => {
    if (jump?.documentId !== id) return
    reader.current?.jumpTo(jump)
    workspace.set({ jump: null })
  }, [jump, id])

  return (
    <div className="reader-room">
      <DocumentHead document={document} />
      <Reader
        ref={reader}
        document={document}
        codings={codings}
        codes={codes}
        coders={coders}
        me={me}
        selectedCodings={selected}
        onSelectCodings={(codingIds) => workspace.set({ codingIds })}
        onSelection={(selection) => workspace.set({ selection: inDocument(id, selection) })}
        onResize={async (coding, { start, end }) => {
          await resize.mutateAsync({ id: coding, start, end }).catch(() => undefined)
        }}
        onMarkRead={(turn, read) => markRead.mutate({ id, turn, read })}
      />
    </div>
  )
}

const inDocument = (documentId: number, selected: Selected | null) => selected && { documentId, ...selected }

const DocumentHead = ({ document }: { readonly document: DocumentText }) => {
  const { reader } = useMessages()
  const formats = useFormats()
  const { codings } = useProgress()(document.id)
  const date = useDate(document.id)
  const facts = [...(date === null ? [] : [formats.date(date)]), reader.words(document.words), reader.codings(codings)]
  return (
    <header className="reader-head">
      <h1>{document.name}</h1>
      <span>{facts.join(' · ')}</span>
    </header>
  )
}

/** The document's first attribute that is a date, as YYYY-MM-DD; null where it has none. */
const useDate = (documentId: number): string | null => {
  const attributes = useLive('attributes.list', {}).data ?? []
  const values = useLive('attributes.values', { owner: 'document' }).data
  const dates = attributes.filter(({ owner, type }) => owner === 'document' && type === 'date')
  const at = values?.ownerId.findIndex(
    (owner, index) => owner === documentId && dates.some(({ id }) => id === values.attributeId[index]),
  )
  const value = at === undefined || at < 0 ? undefined : values?.value[at]
  return value?.kind === 'value' ? value.value : null
}
