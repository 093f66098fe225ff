/** Makes or changes an attribute: its name, type, choices, and the groups in which numbers are counted. */
import { useState } from 'react'
import { AttributeType, type Attribute, type AttributeOwner } from '../../../contract/attributes.ts'
import type { Language } from '../../../contract/documents.ts'
import { bandLabel, nameKey } from '../../../contract/values.ts'
import { explain } from '../../lib/explain.ts'
import { useCommand } from '../../lib/live.tsx'
import { useLanguage, useMessages } from '../../lib/messages.tsx'
import { Button, Select, TextField } from '../../ui/controls.tsx'
import { Confirm, Dialog } from '../../ui/Dialog.tsx'
import { readBands } from './bands.ts'

/** As it is written in the fields. */
interface Draft {
  readonly name: string
  readonly type: AttributeType
  /** One on each line. */
  readonly choices: string
  readonly bands: string
}
const draftOf = (attribute: Attribute | null, language: Language): Draft => ({
  name: attribute?.name ?? '',
  type: attribute?.type ?? 'text',
  choices: attribute?.choices.join('\n') ?? '',
  bands: attribute?.bands.map((band) => bandTextOf(band, language)).join('; ') ?? '',
})

export const AttributeDialog = ({
  owner,
  attribute,
  onClose,
}: {
  readonly owner: AttributeOwner
  /** Null: a new one. */
  readonly attribute: Attribute | null
  readonly onClose: () => void
}) => {
  const messages = useMessages()
  const language = useLanguage()
  const { attribute: words, types } = messages.respondents
  const [draft, setDraft] = useState(() => draftOf(attribute, language))
  const { name, type } = draft
  const put = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
  }
  const [misfits, setMisfits] = useState(0)
  const create = useCommand('attributes.create', { quiet: true })
  const update = useCommand('attributes.update', { quiet: true })
  const error = create.error ?? update.error
  const bands = readBands(draft.bands, language)
  const listed = draft.choices
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

  const make = () => {
    create.mutate(
      { owner, name, type, choices: type === 'choice' ? listed : [] },
      {
        onSuccess: ({ id }) => {
          if (type === 'number' && bands && bands.length > 0) update.mutate({ id, bands })
          onClose()
        },
      },
    )
  }
  const change = (before: Attribute, force: boolean) => {
    const isListed = type === 'choice' && (before.type === 'choice' || listed.length > 0)
    const choiceChange = isListed ? { choices: listed, renamed: renamedChoices(before.choices, listed) } : {}
    update.mutate(
      { id: before.id, name, type, bands: bands ?? [], force, ...choiceChange },
      {
        onSuccess: (answer) => {
          if (answer.misfits > 0 && !force) setMisfits(answer.misfits)
          else onClose()
        },
      },
    )
  }
  const save = (force: boolean) => {
    if (name.trim() === '' || bands === null) return
    if (attribute) change(attribute, force)
    else make()
  }
  if (misfits > 0)
    return (
      <Confirm
        title={words.misfitTitle}
        text={words.misfitText(misfits)}
        action={words.misfitGo}
        cancel={messages.app.cancel}
        onConfirm={() => {
          save(true)
        }}
        onClose={() => {
          setMisfits(0)
        }}
      />
    )
  return (
    <Dialog title={attribute ? words.edit : words.new} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          save(false)
        }}
      >
        <TextField
          label={words.name}
          placeholder={words.namePlaceholder}
          value={name}
          onChange={(to) => {
            put({ name: to })
          }}
          maxLength={200}
          autoFocus
          error={error ? explain(error.failure, messages) : null}
        />
        <Select
          label={words.type}
          value={type}
          onChange={(to) => {
            put({ type: to })
          }}
          choices={AttributeType.options.map((id) => ({ id, name: types[id] }))}
        />
        {type === 'choice' ? (
          <ChoicesField
            value={draft.choices}
            isChanged={attribute?.type === 'choice'}
            onChange={(choices) => {
              put({ choices })
            }}
          />
        ) : null}
        {type === 'number' ? (
          <BandsField
            value={draft.bands}
            bands={bands}
            onChange={(to) => {
              put({ bands: to })
            }}
          />
        ) : null}
        <div className="actions">
          <Button onPress={onClose}>{messages.app.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={name.trim() === '' || bands === null}>
            {attribute ? words.save : words.create}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const ChoicesField = ({
  value,
  isChanged,
  onChange,
}: {
  readonly value: string
  /** The choices were there before, and values have them. */
  readonly isChanged: boolean
  readonly onChange: (value: string) => void
}) => {
  const { attribute: words } = useMessages().respondents
  return (
    <TextField
      label={words.choices}
      rows={6}
      value={value}
      onChange={onChange}
      {...(isChanged ? { hint: words.choicesHint } : {})}
    />
  )
}

const BandsField = ({
  value,
  bands,
  onChange,
}: {
  readonly value: string
  /** Null: not readable. */
  readonly bands: readonly number[] | null
  readonly onChange: (value: string) => void
}) => {
  const { attribute: words } = useMessages().respondents
  return (
    <TextField
      label={words.bands}
      value={value}
      onChange={onChange}
      hint={bands && bands.length > 0 ? words.bandsPreview(bandNames(bands)) : words.bandsHint}
      error={bands === null ? words.bandsWrong : null}
    />
  )
}

/** As the columns of a table are called. */
const bandNames = (bands: readonly number[]): string[] =>
  Array.from({ length: bands.length + 1 }, (_, index) => bandLabel(bands, index, true))

const bandTextOf = (band: number, language: Language) => String(band).replace('.', language === 'nl' ? ',' : '.')

/**
 * A line that changed in its place is the same choice in other words; a line that is there elsewhere was moved. Lines
 * count as places only while there are as many as there were.
 */
export const renamedChoices = (before: readonly string[], lines: readonly string[]): { from: string; to: string }[] => {
  const after = lines.map((line) => line.trim()).filter((line) => line !== '')
  if (after.length < before.length) return []
  const has = (words: readonly string[], word: string) => words.some((other) => nameKey(other) === nameKey(word))
  return before.flatMap((from, index) => {
    const to = after[index]
    return to === undefined || to === from || has(after, from) || has(before, to) ? [] : [{ from, to }]
  })
}
