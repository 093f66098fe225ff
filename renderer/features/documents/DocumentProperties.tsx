/** What is true of one document: name, language, progress, who speaks, whose it is, and its attributes. */
import { useState } from 'react'
import type {
  DocumentRow,
  DocumentText,
  Relation,
  Speaker,
  SpeakerRole,
  WorkState,
} from '../../../contract/documents.ts'
import { useCommand, useLive } from '../../lib/live.tsx'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { Button, Select, Segments, TextField } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { AttributeForm } from '../respondents/AttributeForm.tsx'
import { RespondentField } from '../respondents/RespondentField.tsx'
import { useRespondents } from '../respondents/use-respondents.ts'
import { useProgress } from './use-progress.ts'
import './properties.css'

export const DocumentProperties = ({
  documentId,
  onClose,
}: {
  readonly documentId: number
  readonly onClose: () => void
}) => {
  const { properties } = useMessages().documents
  const row = useLive('documents.list', {}).data?.find(({ id }) => id === documentId)
  const text = useLive('documents.get', { id: documentId }).data
  const progress = useProgress()(documentId)
  if (!row || !text) return null
  return (
    <Dialog title={properties.title} size="wide" onClose={onClose}>
      <p className="document-facts">{properties.facts(row.words, row.turns, progress.codings)}</p>
      <Head row={row} state={progress.state} />
      {text.speakers.length > 0 ? <Speakers text={text} /> : null}
      <Links row={row} text={text} />
      <section>
        <h3>{properties.attributes}</h3>
        <AttributeForm owner="document" ownerId={documentId} none={properties.noAttributes} />
      </section>
      <div className="actions">
        <Button kind="primary" onPress={onClose}>
          {properties.close}
        </Button>
      </div>
    </Dialog>
  )
}

const Head = ({ row, state: shown }: { readonly row: DocumentRow; readonly state: WorkState }) => {
  const { documents } = useMessages()
  const { properties, menu } = documents
  const [name, setName] = useState(row.name)
  const rename = useCommand('documents.rename')
  const setLanguage = useCommand('documents.setLanguage')
  const setState = useCommand('documents.setState')
  const states = [
    { id: 'not begun', name: menu.notBegun },
    { id: 'in progress', name: menu.inProgress },
    { id: 'done', name: menu.done },
  ] as const
  return (
    <div className="property-row">
      <TextField
        label={properties.name}
        value={name}
        maxLength={300}
        onChange={setName}
        onBlur={() => {
          if (name.trim() === '') setName(row.name)
          else if (name.trim() !== row.name) rename.mutate({ id: row.id, name })
        }}
      />
      <Select
        label={properties.language}
        choices={(['en', 'nl'] as const).map((id) => ({ id, name: documents.languages[id] }))}
        value={row.language}
        onChange={(language) => {
          setLanguage.mutate({ id: row.id, language })
        }}
      />
      <div className="field">
        <span className="label">{properties.progress}</span>
        <Segments
          label={properties.progress}
          choices={states}
          value={shown === 'look again' ? 'in progress' : shown}
          onChange={(state) => {
            setState.mutate({ id: row.id, state })
          }}
        />
      </div>
    </div>
  )
}

const Speakers = ({ text }: { readonly text: DocumentText }) => {
  const { properties } = useMessages().documents
  return (
    <section>
      <h3>{properties.speakers}</h3>
      <p className="form-hint">{properties.speakersHint}</p>
      <table className="speakers">
        <thead>
          <tr>
            <th scope="col">{properties.speaker}</th>
            <th scope="col" className="number">
              {properties.turns}
            </th>
            <th scope="col">{properties.role}</th>
            <th scope="col">{properties.respondent}</th>
          </tr>
        </thead>
        <tbody>
          {text.speakers.map((speaker) => (
            <SpeakerRow
              key={speaker.id}
              speaker={speaker}
              turns={text.turns.speakerId.filter((id) => id === speaker.id).length}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const SpeakerRow = ({ speaker, turns }: { readonly speaker: Speaker; readonly turns: number }) => {
  const { properties, roles } = useMessages().documents
  const formats = useFormats()
  const respondents = useRespondents()
  const set = useCommand('documents.setSpeaker')
  const { id, label, role, respondentId } = speaker
  const speaksFor = role === 'respondent' || role === 'interpreter'
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="number">{formats.number(turns)}</td>
      <td>
        <Select
          hideLabel
          label={properties.roleOf(label)}
          choices={(['interviewer', 'respondent', 'interpreter', 'other'] as const).map((one: SpeakerRole) => ({
            id: one,
            name: roles[one],
          }))}
          value={role}
          onChange={(to) => {
            set.mutate({ speakerId: id, role: to, respondentId })
          }}
        />
      </td>
      <td>
        {speaksFor ? (
          <RespondentField
            hideLabel
            label={properties.respondentOf(label)}
            value={respondents.nameOf(respondentId)}
            known={respondents.names}
            placeholder={role === 'interpreter' ? properties.interprets : properties.respondent}
            onChange={(name) => {
              respondents.withId(name, (to) => {
                set.mutate({ speakerId: id, role, respondentId: to })
              })
            }}
          />
        ) : null}
      </td>
    </tr>
  )
}

/** Whom the document is linked with; who speaks in it stands above. */
const Links = ({ row, text }: { readonly row: DocumentRow; readonly text: DocumentText }) => {
  const { properties } = useMessages().documents
  const speaking = new Set(text.speakers.map(({ respondentId }) => respondentId))
  const linked = (relation: Relation) =>
    row.respondents.filter((one) => one.relation === relation && !(relation === 'by' && speaking.has(one.id)))
  return (
    <div className="property-row">
      {text.speakers.length === 0 ? (
        <LinkList documentId={row.id} relation="by" hint={properties.byHint} linked={linked('by')} />
      ) : null}
      <LinkList documentId={row.id} relation="about" hint={properties.aboutHint} linked={linked('about')} />
    </div>
  )
}

const LinkList = ({
  documentId,
  relation,
  hint,
  linked,
}: {
  readonly documentId: number
  readonly relation: Relation
  readonly hint: string
  readonly linked: readonly { readonly id: number; readonly name: string }[]
}) => {
  const { properties } = useMessages().documents
  const respondents = useRespondents()
  const link = useCommand('documents.link')
  const unlink = useCommand('documents.unlink')
  const [added, setAdded] = useState(0)
  return (
    <section>
      <h3>{properties[relation]}</h3>
      <p className="form-hint">{hint}</p>
      <ul className="chips">
        {linked.map(({ id, name }) => (
          <li key={id} className="chip">
            {name}
            <Button
              kind="quiet"
              aria-label={properties.remove(name)}
              onPress={() => {
                unlink.mutate({ id: documentId, respondentId: id })
              }}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="m4 4 8 8M12 4l-8 8" stroke="currentColor" strokeWidth="1.5" />
              </svg>
            </Button>
          </li>
        ))}
      </ul>
      <RespondentField
        key={added}
        hideLabel
        label={properties.add}
        placeholder={properties.add}
        value={null}
        known={respondents.names.filter((name) => !linked.some((one) => one.name === name))}
        onChange={(name) => {
          respondents.withId(name, (respondentId) => {
            if (respondentId !== null) link.mutate({ id: documentId, respondentId, relation })
            setAdded((count) => count + 1)
          })
        }}
      />
    </section>
  )
}
