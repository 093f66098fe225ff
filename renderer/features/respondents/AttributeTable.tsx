/** The room's table: its tools, the grid, and what stands there while it is empty. */
import { useState } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import type { Attribute, AttributeOwner } from '../../../contract/attributes.ts'
import { useMessages } from '../../lib/messages.tsx'
import { Button, Empty, Segments, type Choice } from '../../ui/controls.tsx'
import { AttributeDialog } from './AttributeDialog.tsx'
import { AttributeGrid } from './AttributeGrid.tsx'
import { NewRespondentDialog, RemoveAttributeDialog, RemoveRespondentsDialog } from './RespondentDialogs.tsx'
import { TableImportDialog } from './TableImportDialog.tsx'
import { useTableModel, type TableRow } from './table-model.ts'
import { useRoomTask } from './room-task.ts'

/** What is being done in a dialog over the table. */
export type TableTask =
  | { readonly kind: 'attribute'; readonly attribute: Attribute | null }
  | { readonly kind: 'remove-attribute'; readonly attribute: Attribute; readonly values: number }
  | { readonly kind: 'remove-rows'; readonly rows: readonly TableRow[] }

export const AttributeTable = ({
  owner,
  owners,
  onOwner,
}: {
  readonly owner: AttributeOwner
  readonly owners: readonly Choice<AttributeOwner>[]
  readonly onOwner: (owner: AttributeOwner) => void
}) => {
  const { respondents } = useMessages()
  const model = useTableModel(owner)
  const [task, setTask] = useState<TableTask | null>(null)
  const roomTask = useRoomTask()
  if (!model) return null
  const { all, rows, search, setSearch } = model
  const isRespondents = owner === 'respondent'
  const tools = (
    <>
      {isRespondents ? <Button onPress={() => roomTask.open('new')}>{respondents.add}</Button> : null}
      <Button
        onPress={() => {
          setTask({ kind: 'attribute', attribute: null })
        }}
      >
        {respondents.addAttribute}
      </Button>
      <Button onPress={() => roomTask.open('table')}>{respondents.importTable}</Button>
    </>
  )
  return (
    <div className="attribute-room">
      <header className="room-tools">
        <Segments label={respondents.show} choices={owners} value={owner} onChange={onOwner} />
        {all.length > 0 ? (
          <SearchField className="room-search" value={search} onChange={setSearch}>
            <Label className="visually-hidden">{respondents.search}</Label>
            <Input className="input" placeholder={respondents.search} />
          </SearchField>
        ) : null}
        <span className="room-count">{all.length > 0 ? respondents.counts(rows.length, all.length) : ''}</span>
        <div className="room-actions">{tools}</div>
      </header>
      {all.length === 0 ? (
        <Empty {...(isRespondents ? respondents.none : respondents.noDocuments)} />
      ) : (
        <AttributeGrid model={model} onTask={setTask} />
      )}
      <TaskDialog
        owner={owner}
        task={task}
        onClose={() => {
          setTask(null)
        }}
      />
      {roomTask.task === 'new' ? <NewRespondentDialog onClose={roomTask.close} /> : null}
      {roomTask.task === 'table' ? <TableImportDialog owner={owner} onClose={roomTask.close} /> : null}
    </div>
  )
}

const TaskDialog = ({
  owner,
  task,
  onClose,
}: {
  readonly owner: AttributeOwner
  readonly task: TableTask | null
  readonly onClose: () => void
}) => {
  switch (task?.kind) {
    case undefined:
      return null
    case 'attribute':
      return <AttributeDialog owner={owner} attribute={task.attribute} onClose={onClose} />
    case 'remove-attribute':
      return <RemoveAttributeDialog attribute={task.attribute} values={task.values} onClose={onClose} />
    case 'remove-rows':
      return <RemoveRespondentsDialog rows={task.rows} onClose={onClose} />
  }
}
