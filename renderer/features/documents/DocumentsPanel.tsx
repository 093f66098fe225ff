/** The list of documents in the left panel: how far I am with each, whose it is, and what can be done with it. */
import { useState } from 'react'
import { Input, Label, ListBox, ListBoxItem, ListLayout, SearchField, Virtualizer } from 'react-aria-components'
import type { DocumentRow } from '../../../contract/documents.ts'
import { nameKey } from '../../../contract/values.ts'
import { useLive } from '../../lib/live.tsx'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { useWorkspace, workspace } from '../../lib/workspace.ts'
import { Button, Tooltip } from '../../ui/controls.tsx'
import { ContextMenu, type MenuPlace } from '../../ui/Menu.tsx'
import { chooseFilesToImport } from '../imports/choose-files.ts'
import { DocumentDialogs, type DocumentTask } from './DocumentDialogs.tsx'
import { useDocumentMenu } from './document-menu.ts'
import { StateMark } from './StateMark.tsx'
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
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null)
  const [task, setTask] = useState<DocumentTask | null>(null)
  const chosen = rows.filter(({ id }) => selected.has(id))
  const menu = useDocumentMenu(chosen, setTask)
  const open = (id: number) => {
    workspace.openDocument(id)
  }
  const rowAt = (target: EventTarget): number | null => {
    const key = target instanceof Element ? target.closest('[data-document]')?.getAttribute('data-document') : null
    return key ? Number(key) : null
  }
  return (
    // A list is a widget of its own: the listeners here only see what its rows let pass.
    <div
      className="document-list"
      role="presentation"
      style={{ '--rows': rows.length } as React.CSSProperties}
      onClick={(event) => {
        const id = rowAt(event.target)
        if (id !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) open(id)
      }}
      onContextMenu={(event) => {
        const id = rowAt(event.target)
        if (id === null) return
        event.preventDefault()
        if (!selected.has(id)) setSelected(new Set([id]))
        const box = event.target instanceof Element ? event.target.getBoundingClientRect() : null
        const byKey = event.clientX === 0 && event.clientY === 0
        setMenuAt(byKey && box ? { x: box.left + 24, y: box.bottom } : { x: event.clientX, y: event.clientY })
      }}
      onKeyDown={(event) => {
        if (chosen.length === 0 || event.defaultPrevented) return
        if (event.key === 'Delete' || event.key === 'Backspace') setTask({ kind: 'remove', documents: chosen })
        else if (event.key === 'F2' && chosen[0]) setTask({ kind: 'rename', document: chosen[0] })
        else return
        event.preventDefault()
      }}
    >
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW }}>
        <ListBox
          aria-label={documents.title}
          items={rows}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={selected}
          dependencies={[openId]}
          onSelectionChange={(keys) => {
            setSelected(keys === 'all' ? new Set(rows.map(({ id }) => id)) : new Set([...keys].map(Number)))
          }}
          onAction={(key) => {
            open(Number(key))
          }}
        >
          {(row) => <Row row={row} isOpen={row.id === openId} />}
        </ListBox>
      </Virtualizer>
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

const Row = ({ row, isOpen }: { readonly row: DocumentRow; readonly isOpen: boolean }) => {
  const { documents } = useMessages()
  const formats = useFormats()
  const { id, name, state, codings } = row
  const others = row.respondents.filter((respondent) => nameKey(respondent.name) !== nameKey(name))
  return (
    <ListBoxItem
      id={id}
      textValue={name}
      className="document-row"
      data-document={id}
      data-open={isOpen || undefined}
      aria-label={documents.row(name, documents.states[state], codings)}
    >
      <StateMark state={state} />
      <span className="name" title={name}>
        {name}
      </span>
      <span className="whose">{others.map((respondent) => respondent.name).join(', ')}</span>
      <span className="count" title={documents.codings(codings)}>
        {formats.number(codings)}
      </span>
    </ListBoxItem>
  )
}
