/** The question in chips: which codes, across what, where, and what is counted. */
import { Button as AriaButton, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import type { Attribute } from '../../../contract/attributes.ts'
import type { Across, Count, Definition } from '../../../contract/queries.ts'
import { useMessages } from '../../lib/messages.tsx'
import { Button, Checkbox, Segments } from '../../ui/controls.tsx'
import type { PathedCode } from '../coding/code-matching.ts'
import { Chip } from './Chip.tsx'
import { ChoiceList } from './ChoiceList.tsx'
import { FilterChips } from './FilterChips.tsx'
import { question } from './query-state.ts'

const counts: readonly Count[] = ['respondents', 'codings', 'words']
const MOST_NAMED = 3

export const QuestionBar = ({
  definition,
  codes,
  attributes,
}: {
  readonly definition: Definition
  readonly codes: readonly PathedCode[]
  readonly attributes: readonly Attribute[]
}) => {
  const { count } = useMessages().query
  return (
    <div className="question">
      <div className="asks">
        <CodesChip definition={definition} codes={codes} />
        <AcrossChip across={definition.across} attributes={attributes} />
        <FilterChips filter={definition.filter} attributes={attributes} />
      </div>
      <Segments
        label={count.label}
        choices={counts.map((id) => ({ id, name: count[id] }))}
        value={definition.count}
        onChange={(id) => {
          question.change({ count: id })
        }}
      />
    </div>
  )
}

const CodesChip = ({
  definition,
  codes,
}: {
  readonly definition: Definition
  readonly codes: readonly PathedCode[]
}) => {
  const { codes: words } = useMessages().query
  const chosen = definition.codes === 'all' ? [] : definition.codes
  const names = codes.filter(({ id }) => chosen.includes(id)).map(({ name }) => name)
  const named = names.length > MOST_NAMED ? words.several(names.length) : names.join(', ')
  const value = [chosen.length === 0 ? words.all : named, ...(definition.rollup ? [words.rollupOn] : [])].join(', ')
  return (
    <Chip label={words.label} value={value} dialogLabel={words.choose}>
      {() => (
        <>
          <ChoiceList
            label={words.choose}
            searchLabel={words.search}
            nothing={words.none}
            items={codes
              .filter(({ archived, id }) => !archived || chosen.includes(id))
              .map(({ id, name, path, color }) => ({ id: String(id), name, depth: path.length, color }))}
            chosen={chosen.map(String)}
            onChange={(ids) => {
              question.change({ codes: ids.length === 0 ? 'all' : ids.map(Number) })
            }}
          />
          <div className="ask-foot">
            <Checkbox
              isSelected={definition.rollup}
              onChange={(rollup) => {
                question.change({ rollup })
              }}
            >
              {words.rollup}
            </Checkbox>
            <Button
              kind="quiet"
              isDisabled={chosen.length === 0}
              onPress={() => {
                question.change({ codes: 'all' })
              }}
            >
              {words.everyCode}
            </Button>
          </div>
        </>
      )}
    </Chip>
  )
}

const idOf = (across: Across) => (across.kind === 'attribute' ? String(across.attributeId) : across.kind)

const AcrossChip = ({ across, attributes }: { readonly across: Across; readonly attributes: readonly Attribute[] }) => {
  const { across: words } = useMessages().query
  const attribute = across.kind === 'attribute' ? attributes.find(({ id }) => id === across.attributeId) : undefined
  const value = across.kind === 'attribute' ? (attribute?.name ?? '') : words[across.kind]
  const groups = [
    { title: words.ofRespondents, attributes: attributes.filter(({ owner }) => owner === 'respondent') },
    { title: words.ofDocuments, attributes: attributes.filter(({ owner }) => owner === 'document') },
  ].filter((group) => group.attributes.length > 0)
  return (
    <span className="ask">
      <MenuTrigger>
        <AriaButton className="ask-button">
          <b>{words.label}</b>
          <span className="ask-value">{value}</span>
        </AriaButton>
        <Popover className="popover" placement="bottom start">
          <Menu
            className="menu ask-list"
            aria-label={words.choose}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[idOf(across)]}
            onAction={(key) => {
              const isKind = key === 'respondents' || key === 'documents'
              question.change({ across: isKind ? { kind: key } : { kind: 'attribute', attributeId: Number(key) } })
            }}
          >
            <MenuSection aria-label={words.choose}>
              {(['respondents', 'documents'] as const).map((kind) => (
                <MenuItem key={kind} id={kind} textValue={words[kind]} className="menu-item">
                  {words[kind]}
                </MenuItem>
              ))}
            </MenuSection>
            {groups.map((group) => (
              <MenuSection key={group.title}>
                <Header className="menu-header">{group.title}</Header>
                {group.attributes.map(({ id, name }) => (
                  <MenuItem key={id} id={String(id)} textValue={name} className="menu-item">
                    {name}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </span>
  )
}
