/** The list of documents in the left panel: how far I am with each, whose it is, and what can be done with it. */
import { useState } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import type { DocumentRow } from '../../../contract/documents.ts'
import { nameKey } from '../../../contract/values.ts'
import { useLive } from '../../lib/live.tsx'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { useWorkspace, workspace } from '../../lib/workspace.ts'
import { Button, Tooltip } from '../../ui/controls.tsx'
import { LongList, rowIdAt } from '../../ui/LongList.tsx'
import { ContextMenu, type MenuPlace } from '../../ui/Menu.tsx'
import { chooseFilesToImport } from '../imports/choose-files.ts'
import { DocumentDialogs, type DocumentTask } from './DocumentDialogs.tsx'
import { useDocumentMenu } from './document-menu.ts'
import { StateMark } from './StateMark.tsx'
import { useProgress, type DocumentProgress } from './use-progress.ts'
import './documents.css'

const ROW = 28
/** From so many on, a list wants a box to search in. */
const SEARCH_FROM = 8

export const DocumentsPanel = () => {
  const { documents } = useMessages()
  const formats = useFormats()
  const all = useLive('documents.list', {}).data
  const [search, setSearch] = useState('')
  const openId = useWorkspace((state) => state.documentId)
  if (!all) return null
  const wanted = nameKey(search)
  const shown = all
    .filter(({ name, respondents }) =>
      [name, ...respondents.map((one) => one.name)].some((one) => nameKey(one).includes(wanted)),
    )
    .toSorted((a, b) => formats.compare(a.name, b.name))
  return (
    <section className="documents-panel" aria-label={documents.title}>
      <div className="panel-heading">
        <h2>{documents.title}</h2>
        <span className="count">{all.length > 0 ? formats.number(all.length) : ''}</span>
        <Tooltip text={documents.import} keys="Mod+I">
          <Button kind="quiet" aria-label={documents.import} onPress={() => void chooseFilesToImport()}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M8 3v10M3 8h10" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </Button>
        </Tooltip>
      </div>
      {all.length >= SEARCH_FROM ? (
        <SearchField className="panel-search" value={search} onChange={setSearch}>
          <Label className="visually-hidden">{documents.search}</Label>
          <Input className="input" placeholder={documents.search} />
        </SearchField>
      ) : null}
      {shown.length === 0 ? (
        <p className="panel-empty">{all.length === 0 ? documents.none : documents.noneFound}</p>
      ) : (
        <DocumentList rows={shown} openId={openId} />
      )}
    </section>
  )
}

const DocumentList = ({ rows, openId }: { readonly rows: readonly DocumentRow[]; readonly openId: number | null }) => {
  const { documents } = useMessages()
  const progressOf = useProgress()
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null)
  const [task, setTask] = useState<DocumentTask | null>(null)
  const chosen = rows.filter(({ id }) => selected.has(id))
  const menu = useDocumentMenu(chosen, setTask)
  return (
    <div
      className="document-list"
      role="presentation"
      style={{ '--rows': rows.length } as React.CSSProperties}
      onContextMenu={(event) => {
        const byKey = event.clientX === 0 && event.clientY === 0
        const id = rowIdAt(event.target)
        if (id === null && chosen.length === 0) return
        event.preventDefault()
        if (id !== null && !selected.has(id)) setSelected(new Set([id]))
        const box = event.currentTarget.querySelector('[aria-selected="true"]')?.getBoundingClientRect()
        setMenuAt(byKey && box ? { x: box.left + 24, y: box.bottom } : { x: event.clientX, y: event.clientY })
      }}
      onKeyDown={(event) => {
        if (chosen.length === 0 || event.defaultPrevented || task !== null) return
        if (event.key === 'Delete' || event.key === 'Backspace') setTask({ kind: 'remove', documents: chosen })
        else if (event.key === 'F2' && chosen[0]) setTask({ kind: 'rename', document: chosen[0] })
        else return
        event.preventDefault()
      }}
    >
      <LongList
        label={documents.title}
        rows={rows}
        rowHeight={ROW}
        multiple
        selected={selected}
        onSelect={setSelected}
        onOpen={(id) => {
          workspace.openDocument(id)
        }}
        textOf={({ name }) => name}
        rowClass="document-row"
        dataOf={({ id }) => ({ 'data-open': id === openId ? 'true' : undefined })}
      >
        {(row) => <Row row={row} progress={progressOf(row.id)} />}
      </LongList>
      {menuAt ? (
        <ContextMenu
          label={documents.menu.title}
          groups={menu}
          place={menuAt}
          onClose={() => {
            setMenuAt(null)
          }}
        />
      ) : null}
      <DocumentDialogs
        task={task}
        onClose={() => {
          setTask(null)
        }}
      />
    </div>
  )
}

const Row = ({ row, progress }: { readonly row: DocumentRow; readonly progress: DocumentProgress }) => {
  const { documents } = useMessages()
  const formats = useFormats()
  const { name, respondents } = row
  const others = respondents.filter((respondent) => nameKey(respondent.name) !== nameKey(name))
  return (
    <>
      <StateMark state={progress.state} />
      <span className="name" title={name}>
        {name}
      </span>
      <span className="whose">{others.map((respondent) => respondent.name).join(', ')}</span>
      <span className="count" title={documents.codings(progress.codings)} aria-hidden="true">
        {formats.number(progress.codings)}
      </span>
      <span className="visually-hidden">{documents.codings(progress.codings)}</span>
    </>
  )
}
