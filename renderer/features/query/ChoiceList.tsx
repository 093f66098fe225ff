/** A list to choose several things from, with a box to search in where it is long. */
import { useState } from 'react'
import { Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { nameKey } from '../../../contract/values.ts'

export interface ChoiceItem {
  readonly id: string
  readonly name: string
  /** How deep in a tree. */
  readonly depth?: number
  /** A code's colour. */
  readonly color?: number
}
/** From so many on, one searches rather than reads. */
const SEARCH_FROM = 10

export const ChoiceList = ({
  label,
  searchLabel,
  nothing,
  items,
  chosen,
  onChange,
}: {
  readonly label: string
  readonly searchLabel: string
  /** Said where nothing is found. */
  readonly nothing: string
  readonly items: readonly ChoiceItem[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}) => {
  const [search, setSearch] = useState('')
  const wanted = nameKey(search)
  const shown = items.filter(({ name }) => nameKey(name).includes(wanted))
  return (
    <>
      {items.length >= SEARCH_FROM ? (
        <SearchField value={search} onChange={setSearch} className="ask-search" autoFocus>
          <Label className="visually-hidden">{searchLabel}</Label>
          <Input className="input" placeholder={searchLabel} />
        </SearchField>
      ) : null}
      <ListBox
        className="menu ask-list"
        aria-label={label}
        items={shown}
        selectionMode="multiple"
        selectedKeys={chosen}
        onSelectionChange={(keys) => {
          // What a search hides stays chosen.
          const here = new Set(shown.map(({ id }) => id))
          const hidden = chosen.filter((id) => !here.has(id))
          const now = keys === 'all' ? [...here] : [...keys].map(String)
          onChange([...hidden, ...now.filter((id) => here.has(id))])
        }}
        renderEmptyState={() => <p className="ask-nothing">{nothing}</p>}
      >
        {({ id, name, depth = 0, color }) => (
          <ListBoxItem id={id} textValue={name} className="menu-item choice">
            {({ isSelected }) => (
              <>
                <span className="choice-box" data-selected={isSelected || undefined} aria-hidden="true" />
                <span className="choice-name" style={{ paddingInlineStart: depth * 14 }}>
                  {color === undefined ? null : <span className="dot" data-color={color} />}
                  {name}
                </span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </>
  )
}
