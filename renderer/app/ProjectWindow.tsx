/** An open project: header, left panel, the room, what is docked at the right, and the status line. */
import { useState } from 'react'
import type { ProjectInfo } from '../../contract/projects.ts'
import { CodebookPanel } from '../features/codebook/CodebookPanel.tsx'
import { CodebookRoom } from '../features/codebook/CodebookRoom.tsx'
import { CodingPicker } from '../features/coding/CodingPicker.tsx'
import { DocumentsPanel } from '../features/documents/DocumentsPanel.tsx'
import { ExcerptsPanel } from '../features/excerpts/ExcerptsPanel.tsx'
import { HistoryRoom } from '../features/history/HistoryRoom.tsx'
import { MemoPanel } from '../features/memos/MemoPanel.tsx'
import { MemosRoom } from '../features/memos/MemosRoom.tsx'
import { QueryPanel } from '../features/query/QueryPanel.tsx'
import { QueryRoom } from '../features/query/QueryRoom.tsx'
import { ReaderRoom } from '../features/reader/ReaderRoom.tsx'
import { RespondentsRoom } from '../features/respondents/RespondentsRoom.tsx'
import { useMessages } from '../lib/messages.tsx'
import { useWorkspace, workspace } from '../lib/workspace.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { WindowHeader } from './WindowHeader.tsx'
import { StatusBar } from './StatusBar.tsx'
import './window.css'

export const ProjectWindow = ({ project }: { readonly project: ProjectInfo }) => {
  const messages = useMessages()
  const room = useWorkspace((state) => state.room)
  const dock = useWorkspace((state) => state.dock)
  const [isDropping, setDropping] = useState(false)
  // The journal of memos has a place of its own for the memo that is open.
  const hasDock = dock !== null && room !== 'query' && !(room === 'memos' && dock === 'memo')

  return (
    <div
      className="window"
      data-dock={hasDock || undefined}
      data-room={room}
      data-dropping={isDropping || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setDropping(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false)
      }}
      onDrop={(event) => {
        setDropping(false)
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        workspace.openDialog({ kind: 'import', files: [...event.dataTransfer.files] })
      }}
    >
      <WindowHeader project={project} />
      {room === 'code' || room === 'query' ? (
        <aside className="left-panel" aria-label={messages.app.panels.left}>
          <DocumentsPanel />
          <CodebookPanel />
        </aside>
      ) : null}
      <main className="room">
        <ErrorBoundary key={room}>
          <CurrentRoom />
        </ErrorBoundary>
      </main>
      {hasDock ? (
        <section className="dock" aria-label={messages.app.panels.right}>
          <ErrorBoundary key={dock}>
            {dock === 'query' ? <QueryPanel /> : dock === 'excerpts' ? <ExcerptsPanel /> : <MemoPanel />}
          </ErrorBoundary>
        </section>
      ) : null}
      <StatusBar />
      <CodingPicker />
    </div>
  )
}

const CurrentRoom = () => {
  const room = useWorkspace((state) => state.room)
  switch (room) {
    case 'code':
      return <ReaderRoom />
    case 'query':
      return <QueryRoom />
    case 'codebook':
      return <CodebookRoom />
    case 'respondents':
      return <RespondentsRoom />
    case 'memos':
      return <MemosRoom />
    case 'history':
      return <HistoryRoom />
  }
}
