/** Filters on attributes, respondents, documents and coders: everything must hold, within one any of its values. */
import { useState } from 'react'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import type { Attribute } from '../../../contract/attributes.ts'
import type { Filter } from '../../../contract/queries.ts'
import { useLive } from '../../lib/live.tsx'
import { useFormats, useLanguage, useMessages } from '../../lib/messages.tsx'
import { Button } from '../../ui/controls.tsx'
import { Chip } from './Chip.tsx'
import { ChoiceList, type ChoiceItem } from './ChoiceList.tsx'
import { question } from './query-state.ts'
import { keyId, keyOf, valueName, valuesOf } from './value-names.ts'

/** What can be filtered on: people, documents, coders, or an attribute by its id. */
type Field = 'respondents' | 'documents' | 'coders' | number
const fieldsOfIds = ['respondents', 'documents', 'coders'] as const
const idsKey = { respondents: 'respondentIds', documents: 'documentIds', coders: 'coderIds' } as const
const MOST_NAMED = 3

export const FilterChips = ({
  filter,
  attributes,
}: {
  readonly filter: Filter
  readonly attributes: readonly Attribute[]
}) => {
  const fields: Field[] = [
    ...filter.attributes.map(({ attributeId }) => attributeId),
    ...fieldsOfIds.filter((field) => filter[idsKey[field]].length > 0),
  ]
  return (
    <>
      {fields.map((field) => (
        <FieldChip key={field} field={field} filter={filter} attributes={attributes} />
      ))}
      <AddChip filter={filter} attributes={attributes} />
    </>
  )
}

const chosenIn = (filter: Filter, field: Field): string[] =>
  typeof field === 'number'
    ? (filter.attributes.find(({ attributeId }) => attributeId === field)?.values ?? []).map(keyId)
    : filter[idsKey[field]].map(String)

const choose = (filter: Filter, field: Field, chosen: readonly string[]) => {
  if (typeof field !== 'number') {
    question.changeFilter({ [idsKey[field]]: chosen.map(Number) })
    return
  }
  const values = chosen.map(keyOf)
  const isThere = filter.attributes.some(({ attributeId }) => attributeId === field)
  const changed = filter.attributes.map((one) => (one.attributeId === field ? { ...one, values } : one))
  const all = isThere ? changed : [...filter.attributes, { attributeId: field, values }]
  question.changeFilter({ attributes: all.filter((one) => one.values.length > 0) })
}

/** What can be chosen of a field, and what it is called. */
const useField = (field: Field, attributes: readonly Attribute[]): { name: string; items: ChoiceItem[] } => {
  const messages = useMessages()
  const language = useLanguage()
  const { compare } = useFormats()
  const attribute = attributes.find(({ id }) => id === field)
  const respondents = useLive('respondents.list', {}, { enabled: field === 'respondents' }).data
  const documents = useLive('documents.list', {}, { enabled: field === 'documents' }).data
  const coders = useLive('coders.list', {}, { enabled: field === 'coders' }).data
  const owner = attribute?.owner ?? 'respondent'
  const values = useLive('attributes.values', { owner }, { enabled: attribute !== undefined }).data
  if (attribute) {
    const known = (values?.value ?? []).filter((_, index) => values?.attributeId[index] === attribute.id)
    const occurring = known.flatMap((one) => (one.kind === 'value' ? [one.value] : []))
    const isWhole = occurring.every((text) => Number.isInteger(Number(text)))
    return {
      name: attribute.name,
      items: valuesOf(attribute, occurring, compare).map((key) => ({
        id: keyId(key),
        name: valueName(attribute, key, isWhole, language, messages),
      })),
    }
  }
  const lists = { respondents, documents, coders }
  const rows = (typeof field === 'number' ? undefined : lists[field]) ?? []
  return {
    name: typeof field === 'number' ? '' : messages.query.filter[field],
    items: rows.map(({ id, name }) => ({ id: String(id), name })).toSorted((a, b) => compare(a.name, b.name)),
  }
}

const FieldChip = ({
  field,
  filter,
  attributes,
}: {
  readonly field: Field
  readonly filter: Filter
  readonly attributes: readonly Attribute[]
}) => {
  const { filter: words } = useMessages().query
  const { name, items } = useField(field, attributes)
  const chosen = chosenIn(filter, field)
  const names = items.filter(({ id }) => chosen.includes(id)).map((item) => item.name)
  const isNamed = names.length > 0 && names.length <= MOST_NAMED
  return (
    <Chip
      label={words.where}
      value={isNamed ? words.is(name, names) : words.many(name, chosen.length)}
      dialogLabel={words.values(name)}
      removeLabel={words.remove(name)}
      onRemove={() => {
        choose(filter, field, [])
      }}
    >
      {() => <Values field={field} filter={filter} attributes={attributes} />}
    </Chip>
  )
}

const Values = ({
  field,
  filter,
  attributes,
}: {
  readonly field: Field
  readonly filter: Filter
  readonly attributes: readonly Attribute[]
}) => {
  const { filter: words, codes } = useMessages().query
  const { name, items } = useField(field, attributes)
  return (
    <ChoiceList
      label={words.values(name)}
      searchLabel={name}
      nothing={items.length === 0 ? words.nothing : codes.none}
      items={items}
      chosen={chosenIn(filter, field)}
      onChange={(ids) => {
        choose(filter, field, ids)
      }}
    />
  )
}

/** First what to filter on, then its values. */
const AddChip = ({ filter, attributes }: { readonly filter: Filter; readonly attributes: readonly Attribute[] }) => {
  const { filter: words } = useMessages().query
  return (
    <Chip label={words.add} dialogLabel={words.addLabel} isQuiet>
      {(close) => <Adding filter={filter} attributes={attributes} onDone={close} />}
    </Chip>
  )
}

const Adding = ({
  filter,
  attributes,
  onDone,
}: {
  readonly filter: Filter
  readonly attributes: readonly Attribute[]
  readonly onDone: () => void
}) => {
  const { filter: words, across } = useMessages().query
  const [field, setField] = useState<Field | null>(null)
  if (field !== null)
    return (
      <>
        <Values field={field} filter={filter} attributes={attributes} />
        <div className="ask-foot">
          <Button
            kind="quiet"
            onPress={() => {
              setField(null)
            }}
          >
            {words.back}
          </Button>
          <Button kind="primary" onPress={onDone}>
            {words.done}
          </Button>
        </div>
      </>
    )
  const groups = [
    { title: across.ofRespondents, attributes: attributes.filter(({ owner }) => owner === 'respondent') },
    { title: across.ofDocuments, attributes: attributes.filter(({ owner }) => owner === 'document') },
  ].filter((group) => group.attributes.length > 0)
  return (
    <ListBox
      className="menu ask-list"
      aria-label={words.choose}
      autoFocus
      selectionMode="none"
      onAction={(key) => {
        const isIds = fieldsOfIds.some((one) => one === key)
        setField(isIds ? (key as Field) : Number(key))
      }}
    >
      <ListBoxSection>
        <Header className="visually-hidden">{words.choose}</Header>
        {fieldsOfIds.map((one) => (
          <ListBoxItem key={one} id={one} textValue={words[one]} className="menu-item">
            {words[one]}
          </ListBoxItem>
        ))}
      </ListBoxSection>
      {groups.map((group) => (
        <ListBoxSection key={group.title}>
          <Header className="menu-header">{group.title}</Header>
          {group.attributes.map(({ id, name }) => (
            <ListBoxItem key={id} id={String(id)} textValue={name} className="menu-item">
              {name}
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  )
}
