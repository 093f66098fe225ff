/** Attributes as a spreadsheet: the keyboard moves, edits and chooses blocks; blocks are copied, pasted and cleared. */
import { useRef, useState } from 'react'
import { useMessages } from '../../lib/messages.tsx'
import { workspace } from '../../lib/workspace.ts'
import { useWindowedRows } from '../../ui/windowed.ts'
import type { TableTask } from './AttributeTable.tsx'
import { CellEditor } from './CellEditor.tsx'
import { GridHead, widthOf } from './GridHead.tsx'
import { actionOf, type GridAction } from './grid-keys.ts'
import { at, blockOf, clamp, isInside, writeBlock, type Chosen, type Place } from './grid.ts'
import { PasteDialogs } from './PasteDialogs.tsx'
import { RowMenu } from './RowMenu.tsx'
import type { TableColumn, TableModel, TableRow } from './table-model.ts'
import { useGridEdits } from './use-grid-edits.ts'

const ROW = 30
/** Cells being edited: where, and what was typed to begin with; null keeps the value. */
interface Editing {
  readonly place: Place
  readonly typed: string | null
}

export const AttributeGrid = ({
  model,
  onTask,
}: {
  readonly model: TableModel
  readonly onTask: (task: TableTask) => void
}) => {
  const { respondents } = useMessages()
  const { rows, columns, owner, textOf } = model
  const [chosen, setChosen] = useState<Chosen>(at({ row: 0, column: 0 }))
  const [editing, setEditing] = useState<Editing | null>(null)
  const [headMenu, setHeadMenu] = useState<number | null>(null)
  const [rowMenu, setRowMenu] = useState<{ readonly x: number; readonly y: number } | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const edits = useGridEdits(model)
  const size = { rows: rows.length, columns: columns.length }
  const { first, last, show } = useWindowedRows(scroller, rows.length, ROW, ROW)
  const block = blockOf(chosen)
  const { active } = chosen
  const chosenRows = rows.slice(block.top, block.bottom + 1)

  const choose = (next: Chosen) => {
    setChosen(next)
    if (next.active.row >= 0) show(next.active.row)
    scroller.current
      ?.querySelector(`[data-column="${next.active.column}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const edit = (place: Place, typed: string | null) => {
    if (columns[place.column]?.kind !== 'codings' && rows[place.row]) setEditing({ place, typed })
  }
  const openRow = (row: TableRow | undefined) => {
    if (!row) return
    if (owner === 'respondent') workspace.openRespondent(row.id)
    else workspace.openDocument(row.id)
  }
  const stopEditing = (next: Place | null) => {
    setEditing(null)
    scroller.current?.focus()
    if (next) choose(at(clamp(next, size, 0)))
  }

  const act = (action: GridAction) => {
    switch (action.kind) {
      case 'choose':
        return choose(action.chosen)
      case 'edit':
        return edit(active, action.typed)
      case 'open':
        return openRow(rows[active.row])
      case 'menu':
        return setHeadMenu(active.column)
      case 'clear':
        return edits.clear(chosenRows, block)
    }
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (editing || event.target !== scroller.current) return
    const pressed = { key: event.key, mod: event.ctrlKey || event.metaKey, alt: event.altKey, shift: event.shiftKey }
    const action = actionOf(pressed, chosen, size, columns[active.column])
    if (!action) return
    event.preventDefault()
    act(action)
  }
  const copy = (event: React.ClipboardEvent): boolean => {
    if (editing || event.target !== scroller.current || active.row < 0) return false
    const shown = columns.slice(block.left, block.right + 1)
    event.clipboardData.setData(
      'text/plain',
      writeBlock(chosenRows.map((row) => shown.map((column) => textOf(row, column)))),
    )
    event.preventDefault()
    return true
  }
  const idOf = ({ row, column }: Place) => `cell-${row}-${column}`

  return (
    <>
      <div
        ref={scroller}
        className="attribute-grid"
        role="grid"
        tabIndex={0}
        aria-label={respondents.tableLabel(owner === 'respondent' ? respondents.title : respondents.documents)}
        aria-describedby="attribute-grid-help"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-activedescendant={editing ? undefined : idOf(active)}
        onKeyDown={onKeyDown}
        onCopy={copy}
        onCut={(event) => {
          if (copy(event)) edits.clear(chosenRows, block)
        }}
        onPaste={(event) => {
          if (editing || event.target !== scroller.current || active.row < 0) return
          event.preventDefault()
          edits.paste(event.clipboardData.getData('text/plain'), block)
        }}
        onContextMenu={(event) => {
          const cell = placeOf(event.target)
          if (!cell || cell.row < 0) return
          event.preventDefault()
          if (!isInside(block, cell)) setChosen(at(cell))
          setRowMenu({ x: event.clientX, y: event.clientY })
        }}
        onMouseDown={(event) => {
          const cell = placeOf(event.target)
          if (!cell || event.button !== 0 || cell.row < 0) return
          if (event.shiftKey) event.preventDefault()
          setChosen(event.shiftKey ? { active: cell, anchor: chosen.anchor } : at(cell))
        }}
        onMouseMove={(event) => {
          const cell = event.buttons === 1 && !editing ? placeOf(event.target) : null
          if (cell && cell.row >= 0 && (cell.row !== active.row || cell.column !== active.column))
            setChosen({ active: cell, anchor: chosen.anchor })
        }}
        onDoubleClick={(event) => {
          const cell = placeOf(event.target)
          if (cell && cell.row >= 0) edit(cell, null)
        }}
      >
        <GridHead
          model={model}
          active={active.row < 0 ? active.column : null}
          idOf={(column) => idOf({ row: -1, column })}
          menuAt={headMenu}
          onMenu={setHeadMenu}
          onTask={onTask}
          onDone={() => scroller.current?.focus()}
        />
        <div className="grid-body" style={{ blockSize: rows.length * ROW }}>
          {rows.slice(first, last + 1).map((row, offset) => {
            const index = first + offset
            return (
              <div
                key={row.id}
                role="row"
                aria-rowindex={index + 2}
                className="grid-row"
                style={{ transform: `translateY(${index * ROW}px)` }}
              >
                {columns.map((column, columnIndex) => {
                  const place = { row: index, column: columnIndex }
                  const isActive = active.row === index && active.column === columnIndex
                  const isEdited = editing?.place.row === index && editing.place.column === columnIndex
                  return (
                    <div
                      key={keyOf(column)}
                      id={idOf(place)}
                      role={column.kind === 'name' ? 'rowheader' : 'gridcell'}
                      aria-selected={isInside(block, place)}
                      className="grid-cell"
                      data-kind={column.kind === 'attribute' ? column.attribute.type : column.kind}
                      data-chosen={isInside(block, place) || undefined}
                      data-active={isActive || undefined}
                      data-row={index}
                      data-column={columnIndex}
                      style={{ inlineSize: widthOf(column) }}
                    >
                      {isEdited ? (
                        <CellEditor
                          column={column}
                          row={row}
                          text={textOf(row, column)}
                          typed={editing.typed}
                          edits={edits}
                          onStop={(step) => {
                            if (step === 'left') setEditing(null)
                            else stopEditing(step && { row: place.row + step.row, column: place.column + step.column })
                          }}
                        />
                      ) : (
                        <Shown
                          text={textOf(row, column)}
                          column={column}
                          openLabel={
                            owner === 'respondent' ? respondents.openPage(row.name) : respondents.openDocument(row.name)
                          }
                          onOpen={() => openRow(row)}
                        />
                      )}
                    </div>
                  )
                })}
              </div>
            )
          })}
        </div>
      </div>
      <p id="attribute-grid-help" className="form-hint grid-help">
        {respondents.tableHelp}
      </p>
      <PasteDialogs edits={edits} />
      {rowMenu ? (
        <RowMenu
          owner={owner}
          place={rowMenu}
          rows={chosenRows}
          onClose={() => {
            setRowMenu(null)
            scroller.current?.focus()
          }}
          onRename={() => {
            edit({ row: active.row, column: 0 }, null)
          }}
          onTask={onTask}
        />
      ) : null}
    </>
  )
}

const keyOf = (column: TableColumn): string => (column.kind === 'attribute' ? String(column.attribute.id) : column.kind)

/** Which cell an element of the grid is in. */
const placeOf = (target: EventTarget): Place | null => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null
}

const Shown = ({
  text,
  column,
  openLabel,
  onOpen,
}: {
  readonly text: string
  readonly column: TableColumn
  readonly openLabel: string
  readonly onOpen: () => void
}) => (
  <>
    <span className="grid-text" title={text}>
      {text}
    </span>
    {column.kind === 'name' ? (
      <button type="button" className="open-row" tabIndex={-1} aria-label={openLabel} onClick={onOpen}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M4.5 2.5 8 6 4.5 9.5" stroke="currentColor" strokeWidth="1.5" fill="none" />
        </svg>
      </button>
    ) : null}
  </>
)
