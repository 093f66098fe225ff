/** Attributes from a .csv: what the table would bring, the type of each column, then bringing it in as one step. */
import { useState } from 'react'
import { AttributeType, type AttributeOwner, type TablePreview } from '../../../contract/attributes.ts'
import type { FileRef } from '../../../contract/imports.ts'
import { explain, failureOf } from '../../lib/explain.ts'
import { useCommand, useConnection, useLive } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { Button, Checkbox, Progress, Segments, Select } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { tell } from '../../ui/toasts.tsx'
import { chooseFiles } from '../imports/choose-files.ts'

export const TableImportDialog = ({
  owner: first,
  onClose,
}: {
  readonly owner: AttributeOwner
  readonly onClose: () => void
}) => {
  const messages = useMessages()
  const { respondents, app } = messages
  const { table } = respondents
  const { fileRef } = useConnection()
  const [owner, setOwner] = useState(first)
  const [file, setFile] = useState<FileRef | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const choose = async () => {
    const [chosen] = await chooseFiles('.csv,.tsv,.txt', false)
    if (!chosen) return
    try {
      setFile(await fileRef(chosen))
      setProblem(null)
    } catch (error) {
      setProblem(explain(failureOf(error), messages))
    }
  }
  return (
    <Dialog title={table.title} size="wide" onClose={onClose}>
      <p>{table.intro}</p>
      <div className="table-source">
        <Button kind={file ? 'normal' : 'primary'} autoFocus onPress={() => void choose()}>
          {table.choose}
        </Button>
        {file ? <b>{file.name}</b> : null}
        <Segments
          label={table.ownerLabel}
          value={owner}
          onChange={setOwner}
          choices={[
            { id: 'respondent', name: respondents.title },
            { id: 'document', name: respondents.documents },
          ]}
        />
      </div>
      {problem ? <p className="notice">{problem}</p> : null}
      {file ? (
        <Chosen key={`${file.path} ${owner}`} owner={owner} file={file} onClose={onClose} />
      ) : (
        <div className="actions">
          <Button onPress={onClose}>{app.cancel}</Button>
        </div>
      )}
    </Dialog>
  )
}

interface ChosenProps {
  readonly owner: AttributeOwner
  readonly file: FileRef
  readonly onClose: () => void
}
const Chosen = ({ owner, file, onClose }: ChosenProps) => {
  const messages = useMessages()
  const { table } = messages.respondents
  const preview = useLive('attributes.previewTable', { owner, file })
  if (preview.error)
    return (
      <>
        <p className="notice">{explain(preview.error.failure, messages)}</p>
        <div className="actions">
          <Button onPress={onClose}>{messages.app.cancel}</Button>
        </div>
      </>
    )
  return preview.data ? (
    <Ready owner={owner} file={file} preview={preview.data} onClose={onClose} />
  ) : (
    <Progress label={table.reading} value={0} total={0} />
  )
}

const Ready = ({ owner, file, preview, onClose }: ChosenProps & { readonly preview: TablePreview }) => {
  const { respondents, app } = useMessages()
  const { table } = respondents
  const [types, setTypes] = useState<readonly AttributeType[]>(preview.columns.map(({ type }) => type))
  const [createUnknown, setCreateUnknown] = useState(preview.known === 0)
  const run = useCommand('attributes.importTable')
  const unknown = preview.unknown.length
  const typeAt = (index: number) => types[index] ?? 'text'
  const hasMisfits = preview.columns.some((column, index) => misfitsAs(column, typeAt(index)) > 0)
  return (
    <>
      <p className="form-hint">
        {table.read(preview.encoding, table.delimiters[preview.delimiter as ';'] ?? preview.delimiter)}{' '}
        {table.found(preview.rows, preview.known)}
      </p>
      {unknown > 0 && owner === 'respondent' ? (
        <div className="notice">
          <p>{`${table.unknownRespondents(unknown)}: ${some(preview.unknown)}`}</p>
          <Checkbox isSelected={createUnknown} onChange={setCreateUnknown}>
            {table.createUnknown(unknown)}
          </Checkbox>
          {createUnknown ? null : <p>{table.leaveOut}</p>}
        </div>
      ) : null}
      {unknown > 0 && owner === 'document' ? (
        <p className="notice">{`${table.unknownDocuments(unknown)} ${some(preview.unknown)}`}</p>
      ) : null}
      {preview.repeated.length > 0 ? (
        <p className="notice">{`${table.repeated(preview.repeated.length)} ${some(preview.repeated)}`}</p>
      ) : null}
      {preview.columns.length === 0 ? <p className="notice">{table.noColumns}</p> : null}
      <Columns
        columns={preview.columns}
        types={types}
        onType={(index, type) => {
          setTypes(types.with(index, type))
        }}
      />
      <div className="actions">
        <Button onPress={onClose}>{app.cancel}</Button>
        <Button
          kind="primary"
          isDisabled={hasMisfits || preview.columns.length === 0}
          isPending={run.isPending}
          onPress={() => {
            run.mutate(
              { owner, file, types: [...types], createUnknown },
              {
                onSuccess: ({ values, created }) => {
                  tell(table.done(values, created))
                  onClose()
                },
              },
            )
          }}
        >
          {table.import}
        </Button>
      </div>
    </>
  )
}

type Column = TablePreview['columns'][number]
const misfitsAs = (column: Column, type: AttributeType): number =>
  type === column.type ? column.misfits.length : (column.misfitsByType[type] ?? 0)

const some = (names: readonly string[]): string => names.slice(0, 6).join(', ') + (names.length > 6 ? ' …' : '')

const Columns = ({
  columns,
  types,
  onType,
}: {
  readonly columns: readonly Column[]
  readonly types: readonly AttributeType[]
  readonly onType: (index: number, type: AttributeType) => void
}) => {
  const { respondents } = useMessages()
  const { table } = respondents
  return (
    <table className="table-columns">
      <thead>
        <tr>
          <th scope="col">{table.column}</th>
          <th scope="col">{table.type}</th>
          <th scope="col">{table.samples}</th>
          <th scope="col">{table.fits}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column, index) => (
          <tr key={column.name}>
            <th scope="row">
              {column.name}
              {column.existingId === null ? null : <span className="existing">{table.existing}</span>}
            </th>
            <td>
              <Select
                hideLabel
                label={`${table.type}: ${column.name}`}
                value={types[index] ?? column.type}
                isDisabled={column.existingId !== null}
                choices={AttributeType.options.map((id) => ({ id, name: respondents.types[id] }))}
                onChange={(type) => {
                  onType(index, type)
                }}
              />
            </td>
            <td className="samples">{column.samples.join(' · ')}</td>
            <td>
              <Misfits column={column} type={types[index] ?? column.type} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Misfits = ({ column, type }: { readonly column: Column; readonly type: AttributeType }) => {
  const { table } = useMessages().respondents
  const count = misfitsAs(column, type)
  if (count === 0) return <span className="fits">{table.fits}</span>
  const named = type === column.type ? column.misfits.slice(0, 3) : []
  return (
    <div className="misfits">
      <b>{table.misfits(count)}</b>
      {named.map(({ line, value }) => (
        <span key={line}>{table.misfit(line, value)}</span>
      ))}
      <span>{column.existingId === null ? table.misfitHelp : table.misfitExisting}</span>
    </div>
  )
}
