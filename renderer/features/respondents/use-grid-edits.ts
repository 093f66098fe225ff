/** Changes that the table makes: one cell, a cleared block, a pasted block with what has to be asked first. */
import { useState } from 'react'
import type { Attribute, AttributeValue } from '../../../contract/attributes.ts'
import { AppError } from '../../../contract/failure.ts'
import { explain } from '../../lib/explain.ts'
import { useCommand } from '../../lib/live.tsx'
import { useLanguage, useMessages } from '../../lib/messages.tsx'
import { tellFailure } from '../../ui/toasts.tsx'
import { readBlock, spread, type Block } from './grid.ts'
import { planPaste, planPasteWithNames, type Pasting } from './pasting.ts'
import type { TableModel, TableRow } from './table-model.ts'
import { readText } from './value-text.ts'

export const useGridEdits = ({ owner, all, rows, columns, valueOf }: TableModel) => {
  const messages = useMessages()
  const { respondents } = messages
  const language = useLanguage()
  const set = useCommand('attributes.set')
  const renameRespondent = useCommand('respondents.rename', { quiet: true })
  const renameDocument = useCommand('documents.rename', { quiet: true })
  /** A block that waits for an answer: misfits to be told, or choices and names to be allowed. */
  const [asked, setAsked] = useState<Pasting | null>(null)

  const attributesFrom = (left: number): Attribute[] => {
    const found: Attribute[] = []
    for (const column of columns.slice(left)) {
      if (column.kind !== 'attribute') break
      found.push(column.attribute)
    }
    return found
  }
  const carryOut = ({ cells, newRespondents, newChoices }: Pasting) => {
    set.mutate({ cells: [...cells], newRespondents: [...newRespondents], addChoices: newChoices.length > 0 })
  }

  return {
    asked,
    answer: (isAllowed: boolean) => {
      if (asked && isAllowed) carryOut(asked)
      setAsked(null)
    },
    /** Null when the text was taken; otherwise why not. A word that is no choice yet is asked about. */
    setCell: (row: TableRow, attribute: Attribute, text: string): string | null => {
      const { fits, value } = readText(attribute, text, language)
      if (fits) {
        if (!sameValue(value, valueOf(row, attribute)))
          set.mutate({ cells: [{ attributeId: attribute.id, ownerId: row.id, value }] })
        return null
      }
      if (attribute.type !== 'choice') return respondents.misfit[attribute.type](text.trim())
      const plan = planPaste([[text]], [row], [attribute], language)
      if (plan) setAsked(plan)
      return null
    },
    rename: (row: TableRow, name: string) => {
      if (name.trim() === '' || name.trim() === row.name) return
      const command = owner === 'respondent' ? renameRespondent : renameDocument
      command.mutate(
        { id: row.id, name },
        {
          onError: (error) => {
            tellFailure(
              explain(error instanceof AppError ? error.failure : { code: 'internal', reference: '' }, messages),
            )
          },
        },
      )
    },
    clear: (chosen: readonly TableRow[], { left, right }: Block) => {
      const cells = chosen.flatMap((row) =>
        columns
          .slice(left, right + 1)
          .flatMap((column) =>
            column.kind === 'attribute' && valueOf(row, column.attribute) !== null
              ? [{ attributeId: column.attribute.id, ownerId: row.id, value: null }]
              : [],
          ),
      )
      if (cells.length > 0) set.mutate({ cells })
    },
    paste: (text: string, block: Block) => {
      const cells = readBlock(text)
      const onNames = columns[block.left]?.kind === 'name'
      if (onNames && (owner !== 'respondent' || cells.every((row) => row.length === 1))) {
        tellFailure(respondents.pasting.onNames)
        return
      }
      const plan = onNames
        ? planPasteWithNames(cells, all, attributesFrom(1), language)
        : planPaste(spread(cells, block), rows.slice(block.top), attributesFrom(block.left), language)
      if (!plan) tellFailure(respondents.pasting.tooWide)
      else if (plan.misfits.length + plan.newChoices.length + plan.newRespondents.length > 0) setAsked(plan)
      else carryOut(plan)
    },
  }
}
export type GridEdits = ReturnType<typeof useGridEdits>

const sameValue = (one: AttributeValue | null, other: AttributeValue | null): boolean =>
  one?.kind === other?.kind && (one?.kind !== 'value' || other?.kind !== 'value' || one.value === other.value)
