/** The codebook's tree: unfold, choose, rename, make, move by dragging or by key; long ones draw only what is in sight. */
import { useEffect, useRef, useState, type MouseEvent } from 'react'
import {
  Button,
  Collection,
  DropIndicator,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
  useDragAndDrop,
  type Key,
} from 'react-aria-components'
import { useCommandContext } from '../../lib/command-context.ts'
import { useCommand } from '../../lib/live.tsx'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { useWorkspace, workspace } from '../../lib/workspace.ts'
import { Kbd } from '../../ui/controls.tsx'
import { ContextMenu, type MenuPlace } from '../../ui/Menu.tsx'
import { useCoding } from '../coding/coding-state.ts'
import { attempt } from './acts.ts'
import { codeMenu } from './code-menu.ts'
import { codeRows, moveByDrop, NEW_ROW, visibleRows, type CodeRow } from './code-rows.ts'
import { codebook, useCodebook, type Counted } from './codebook-state.ts'
import { NameBox } from './NameBox.tsx'
import { useCounts } from './useCounts.ts'
import './codebook.css'

const ROW_HEIGHT = 27
const TYPE = 'application/x-verbatim-code'

export const CodeTree = ({ onOpen }: { readonly onOpen: (codeId: number) => void }) => {
  const messages = useMessages()
  const formats = useFormats()
  const { codes } = useCoding()
  const { folded, filter, showArchived, naming, order, counted } = useCodebook()
  const counts = useCounts()
  const chosen = useWorkspace((state) => state.codeIds)
  const move = useCommand('codes.move')
  const frame = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<MenuPlace | null>(null)

  const rows = codeRows(codes, {
    filter,
    showArchived,
    compare:
      order === 'own'
        ? null
        : order === 'name'
          ? (a, b) => formats.compare(a.name, b.name)
          : (a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0),
    newUnder: naming?.kind === 'create' ? naming.parentId : undefined,
  })
  const foldable = codes.filter(({ id }) => codes.some(({ parentId }) => parentId === id)).map(({ id }) => id)
  const unfolded: Key[] = [...foldable, ...(naming?.kind === 'create' && naming.parentId ? [naming.parentId] : [])]
  const expanded = unfolded.filter((id) => filter !== '' || !folded.has(Number(id)))
  useInSight(frame, rows, folded, naming?.kind === 'create' ? NEW_ROW : (naming?.id ?? null))

  const { dragAndDropHooks } = useDragAndDrop<CodeRow>({
    isDisabled: filter !== '' || order !== 'own' || naming !== null,
    getItems: (keys) =>
      [...keys].map((key) => ({
        [TYPE]: String(key),
        'text/plain': codes.find(({ id }) => id === key)?.name ?? '',
      })),
    acceptedDragTypes: [TYPE],
    onMove: ({ keys, target }) => {
      move.mutate(moveByDrop(codes, [...keys].map(Number), { id: Number(target.key), position: target.dropPosition }))
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="drop-line" />,
  })

  const onContextMenu = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-key]') : null
    const id = Number(row?.getAttribute('data-key'))
    if (!row || !codes.some((code) => code.id === id)) return
    event.preventDefault()
    if (!chosen.includes(id)) workspace.set({ codeIds: [id] })
    // By key there is no pointer: the menu opens at the row.
    const box = row.getBoundingClientRect()
    const isAtPointer = event.clientY >= box.top && event.clientY <= box.bottom
    setMenu(isAtPointer ? { x: event.clientX, y: event.clientY } : { x: box.left + 40, y: box.bottom })
  }

  return (
    <div ref={frame} className="code-tree-frame" data-code-tree>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
        <Tree
          className="code-tree"
          aria-label={messages.codebook.tree}
          items={rows}
          dependencies={[counts, counted, codes]}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            const ids = keys === 'all' ? visibleRows(rows, folded).map(({ id }) => id) : [...keys].map(Number)
            workspace.set({ codeIds: ids.filter((id) => id !== NEW_ROW) })
          }}
          expandedKeys={expanded}
          onExpandedChange={(keys) => {
            codebook.set({ folded: new Set(foldable.filter((id) => !keys.has(id))) })
          }}
          dragAndDropHooks={dragAndDropHooks}
          onAction={(key) => {
            onOpen(Number(key))
          }}
          onContextMenu={onContextMenu}
          renderEmptyState={() => (
            <p className="code-tree-empty">{filter === '' ? messages.codebook.empty : messages.codebook.noneFound}</p>
          )}
        >
          {(row) => <Item row={row} counts={counts} counted={counted} />}
        </Tree>
      </Virtualizer>
      <Naming frame={frame} />
      {menu ? (
        <Menu
          place={menu}
          onClose={() => {
            setMenu(null)
          }}
        />
      ) : null}
    </div>
  )
}

interface ItemProps {
  readonly row: CodeRow
  readonly counts: ReadonlyMap<number, number>
  readonly counted: Counted
}
const Item = ({ row, counts, counted }: ItemProps) => {
  const { codebook: messages } = useMessages()
  const { id, code, children } = row
  const count = counts.get(id) ?? 0
  const name = code?.name ?? messages.newName
  const facts = [
    name,
    messages.counts.of(counted, count),
    ...(code && !code.codable ? [messages.category] : []),
    ...(code?.archived ? [messages.archived] : []),
  ]
  return (
    <TreeItem id={id} textValue={name} aria-label={facts.join(', ')} className="code-item">
      <TreeItemContent>
        {({ level, hasChildItems, allowsDragging, isExpanded }) => (
          <div
            className="code-row"
            data-found={row.isFound}
            data-archived={code?.archived}
            data-category={code ? !code.codable : undefined}
            style={{ paddingInlineStart: `${(level - 1) * 16}px` }}
          >
            {allowsDragging ? <Button slot="drag" className="code-drag" aria-label={messages.drag(name)} /> : null}
            {hasChildItems ? (
              <Button slot="chevron" className="code-chevron" aria-label={messages.fold(name)} data-open={isExpanded} />
            ) : (
              <span className="code-chevron" />
            )}
            <span className="dot" data-color={code?.color ?? 14} />
            <span className="code-name" data-name-of={id}>
              {code?.name}
            </span>
            {count > 0 ? <span className="code-count">{count}</span> : null}
            {code?.pin ? <Kbd keys={String(code.pin)} /> : null}
          </div>
        )}
      </TreeItemContent>
      <Collection items={children} dependencies={[counts, counted]}>
        {(child) => <Item row={child} counts={counts} counted={counted} />}
      </Collection>
    </TreeItem>
  )
}

const Menu = ({ place, onClose }: { readonly place: MenuPlace; readonly onClose: () => void }) => {
  const context = useCommandContext()
  const ids = useWorkspace((state) => state.codeIds)
  return (
    <ContextMenu
      label={context.messages.codebook.card.actions}
      place={place}
      groups={codeMenu(context, ids)}
      onClose={onClose}
    />
  )
}

const Naming = ({ frame }: { readonly frame: React.RefObject<HTMLElement | null> }) => {
  const { codebook: messages } = useMessages()
  const naming = useCodebook((state) => state.naming)
  const codes = useCoding((state) => state.codes)
  const context = useCommandContext()
  if (!naming) return null
  const code = naming.kind === 'rename' ? codes.find(({ id }) => id === naming.id) : undefined

  const take = (name: string) =>
    attempt(context, async () => {
      if (naming.kind === 'rename') return context.client.codes.update({ id: naming.id, name })
      const made = await context.client.codes.create({ parentId: naming.parentId, name, color: null })
      return workspace.set({ codeIds: [made.id] })
    })
  return (
    <NameBox
      key={naming.kind === 'rename' ? naming.id : `new ${String(naming.parentId)}`}
      frame={frame}
      rowId={naming.kind === 'rename' ? naming.id : NEW_ROW}
      label={code ? messages.rename(code.name) : messages.newName}
      initial={code?.name ?? ''}
      onName={take}
      onLeave={() => {
        codebook.set({ naming: null })
        focusRow(frame, naming.kind === 'rename' ? naming.id : workspace.get().codeIds[0])
      }}
    />
  )
}

/** Focuses a code's row; one that was just made is drawn a few frames later. */
const focusRow = (frame: React.RefObject<HTMLElement | null>, id: number | undefined, attempts = 60) => {
  const row = frame.current?.querySelector<HTMLElement>(`[data-key="${id}"]`)
  if (row) row.focus()
  else if (attempts > 0)
    requestAnimationFrame(() => {
      focusRow(frame, id, attempts - 1)
    })
}

/** Scrolls a row into sight when it is about to be named. */
const useInSight = (
  frame: React.RefObject<HTMLElement | null>,
  rows: readonly CodeRow[],
  folded: ReadonlySet<number>,
  id: number | null,
) => {
  const place = id === null ? -1 : visibleRows(rows, folded).findIndex((row) => row.id === id)
  useEffect(() => {
    const tree = frame.current?.querySelector('[role="treegrid"]')
    if (!tree || place < 0) return
    const top = place * ROW_HEIGHT
    if (top < tree.scrollTop) tree.scrollTop = top
    if (top + ROW_HEIGHT > tree.scrollTop + tree.clientHeight) tree.scrollTop = top + ROW_HEIGHT - tree.clientHeight
  }, [frame, place])
}
