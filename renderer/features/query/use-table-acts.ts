/** What can be done with a table: copy it, and save it as a spreadsheet, a .csv or a picture. */
import type { OutFile } from '../../../contract/queries.ts'
import { useCommandContext } from '../../lib/command-context.ts'
import { explain, failureOf } from '../../lib/explain.ts'
import { useFormats } from '../../lib/messages.tsx'
import { saveFile } from '../../lib/save-file.ts'
import { tell, tellFailure } from '../../ui/toasts.tsx'
import { barPicture, heatPicture, toSvg, type PictureWords } from './picture.ts'
import { toPng } from './png.ts'
import { useQueryState } from './query-state.ts'
import { asTabs, percentOf, tableRows } from './table-model.ts'
import type { Asked } from './use-table.ts'

const BAR_PICTURE_WIDTH = 760

export const useTableActs = ({ definition, table, title }: Pick<Asked, 'definition' | 'table' | 'title'>) => {
  const context = useCommandContext()
  const formats = useFormats()
  const { query } = context.messages
  const { view, showPercent } = useQueryState()

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      tellFailure(explain(failureOf(error), context.messages))
    }
  }
  const save = async (file: OutFile) => {
    const place = await saveFile(context.connection, file, query.export.title)
    if (file.formulaLike > 0) tell(query.export.formulaLike(file.formulaLike))
    else if (place !== null) tell(query.export.saved(place))
  }
  const words: PictureWords = {
    title,
    all: query.columns.all,
    n: query.columns.n,
    cell: (value, of) => {
      const percent = percentOf({ value, of }, showPercent)
      const counted = of === null ? formats.number(value) : query.table.of(value, of)
      return percent === null ? counted : `${counted} ${formats.percent(percent)}`
    },
  }
  const picture = () => {
    if (!table) return null
    const { model, rows } = table
    return view === 'bars' ? barPicture(model, rows, words, BAR_PICTURE_WIDTH) : heatPicture(model, rows, words)
  }
  return {
    words,
    copy: () =>
      attempt(async () => {
        if (!table) return
        const shown = { code: query.columns.code, all: query.columns.all, n: 'n' }
        await navigator.clipboard.writeText(asTabs(tableRows(table.model, table.rows, shown)))
        tell(query.table.copied(table.rows.length, table.model.columns.length))
      }),
    saveTable: (format: 'csv' | 'xlsx') =>
      attempt(async () => save(await context.client.exports.table({ definition, format }))),
    saveExcerpts: (format: 'csv' | 'xlsx') =>
      attempt(async () => {
        const { codes, rollup, filter, alsoRoles } = definition
        const codeIds = codes === 'all' ? [] : codes
        await save(await context.client.exports.excerpts({ codeIds, rollup, filter, alsoRoles, format }))
      }),
    saveCodebook: (format: 'csv' | 'qdc') =>
      attempt(async () => save(await context.client.exports.codebook({ format }))),
    savePicture: (format: 'svg' | 'png') =>
      attempt(async () => {
        const drawn = picture()
        if (!drawn) return
        const svg = toSvg(drawn)
        const bytes = format === 'svg' ? new TextEncoder().encode(svg) : await toPng(svg, drawn)
        const mediaType = format === 'svg' ? 'image/svg+xml' : 'image/png'
        await save({ name: `${fileName(title)}.${format}`, mediaType, base64: toBase64(bytes), formulaLike: 0 })
      }),
  }
}

/** What no file system allows in a name. */
const fileName = (title: string): string => title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()

const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
