/** Who speaks in a file: each label with its role, and which respondent it is or interprets. */
import type { SpeakerRole } from '../../../contract/documents.ts'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { Select } from '../../ui/controls.tsx'
import { RespondentField } from '../respondents/RespondentField.tsx'
import type { Confirmed, ConfirmedSpeaker } from './confirming.ts'
import { colorOf } from './TextSample.tsx'

const roles: readonly SpeakerRole[] = ['interviewer', 'respondent', 'interpreter', 'other']

export const SpeakersTable = ({
  confirmed,
  known,
  onChange,
}: {
  readonly confirmed: Confirmed
  readonly known: readonly string[]
  readonly onChange: (speakers: readonly ConfirmedSpeaker[]) => void
}) => {
  const { preview } = useMessages().imports
  const { speakers } = confirmed
  return (
    <table className="speakers">
      <thead>
        <tr>
          <th scope="col">{preview.label}</th>
          <th scope="col" className="number">
            {preview.turns}
          </th>
          <th scope="col">{preview.role}</th>
          <th scope="col">{preview.respondent}</th>
        </tr>
      </thead>
      <tbody>
        {speakers.map((speaker, index) => (
          <SpeakerRow
            key={speaker.label}
            speaker={speaker}
            confirmed={confirmed}
            index={index}
            known={known}
            onChange={(changed) => {
              onChange(speakers.map((other) => (other === speaker ? changed : other)))
            }}
          />
        ))}
      </tbody>
    </table>
  )
}

const SpeakerRow = ({
  speaker,
  confirmed,
  index,
  known,
  onChange,
}: {
  readonly speaker: ConfirmedSpeaker
  readonly confirmed: Confirmed
  readonly index: number
  readonly known: readonly string[]
  readonly onChange: (speaker: ConfirmedSpeaker) => void
}) => {
  const { documents, imports } = useMessages()
  const { preview } = imports
  const formats = useFormats()
  const { label, role, respondent } = speaker
  const guess = confirmed.preview.speakers.find((one) => one.label === label)
  const speaksFor = role === 'respondent' || role === 'interpreter'
  return (
    <tr>
      <th scope="row">
        <span className="speaker-label" data-color={colorOf(role, index)}>
          {label}
        </span>
        <span className="speaker-sample" title={guess?.sample}>
          {guess?.sample}
        </span>
      </th>
      <td className="number">{formats.number(guess?.turns ?? 0)}</td>
      <td>
        <Select
          hideLabel
          label={preview.roleOf(label)}
          value={role}
          choices={roles.map((id) => ({ id, name: documents.roles[id] }))}
          onChange={(to) => {
            onChange({ ...speaker, role: to })
          }}
        />
      </td>
      <td>
        {speaksFor ? (
          <RespondentField
            hideLabel
            label={preview.respondentOf(label)}
            placeholder={role === 'interpreter' ? preview.interprets : preview.respondent}
            value={respondent}
            known={known}
            onChange={(name) => {
              onChange({ ...speaker, respondent: name, named: name !== null })
            }}
          />
        ) : null}
      </td>
    </tr>
  )
}
