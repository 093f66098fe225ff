/** How one file will come in: its name, language and characters, what stays out, who speaks, and its first words. */
import { useStore } from 'zustand'
import type { Preview } from '../../../contract/imports.ts'
import { explain } from '../../lib/explain.ts'
import { useLive } from '../../lib/live.tsx'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { Button, Checkbox, Progress, Select, TextField } from '../../ui/controls.tsx'
import { RespondentField } from '../respondents/RespondentField.tsx'
import { interpretersFollow, linesLike, twins, type Confirmed, type Line } from './confirming.ts'
import type { Import } from './import-store.ts'
import { SpeakersTable } from './SpeakersTable.tsx'
import { TextSample } from './TextSample.tsx'

export const FilePreview = ({ line, running }: { readonly line: Line | undefined; readonly running: Import }) => {
  const messages = useMessages()
  const { imports } = messages
  if (!line) return <p className="import-preview import-nothing">{imports.nothingChosen}</p>
  switch (line.state.kind) {
    case 'waiting':
    case 'reading':
      return (
        <div className="import-preview import-nothing">
          <p>{imports.status.reading}</p>
          <Progress label={imports.progress(line.file.name)} value={0} total={0} />
        </div>
      )
    case 'failed':
      return <p className="import-preview import-nothing">{explain(line.state.failure, messages)}</p>
    case 'ready':
      return <Ready line={line} confirmed={line.state.confirmed} running={running} />
  }
}

interface Props {
  readonly line: Line
  readonly confirmed: Confirmed
  readonly running: Import
}
const Ready = ({ line, confirmed, running }: Props) => {
  const { preview } = useMessages().imports
  const { speakers } = confirmed
  return (
    <section className="import-preview" aria-label={preview.title}>
      <Head line={line} confirmed={confirmed} running={running} />
      <Duplicate line={line} confirmed={confirmed} running={running} />
      <LeftOut leftOut={confirmed.preview.leftOut} />
      <h3>{preview.speakers}</h3>
      {speakers.length === 0 ? (
        <ByAndAbout line={line} confirmed={confirmed} running={running} />
      ) : (
        <Speakers line={line} confirmed={confirmed} running={running} />
      )}
      <h3>{preview.text}</h3>
      <TextSample confirmed={confirmed} />
    </section>
  )
}

const Head = ({ line, confirmed, running }: Props) => {
  const { preview } = useMessages().imports
  const { documents } = useMessages()
  const { encoding, encodingCertain } = confirmed.preview
  return (
    <>
      <div className="property-row">
        <TextField
          label={preview.name}
          value={confirmed.name}
          maxLength={300}
          onChange={(name) => {
            running.change(line.id, { ...confirmed, name })
          }}
        />
        <Select
          label={preview.language}
          value={confirmed.language}
          choices={(['en', 'nl'] as const).map((id) => ({ id, name: documents.languages[id] }))}
          onChange={(language) => {
            running.change(line.id, { ...confirmed, language })
          }}
        />
        {encoding === null ? null : (
          <Select
            label={preview.encoding}
            value={encoding}
            choices={(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const).map((id) => ({
              id,
              name: preview.encodings[id],
            }))}
            onChange={(to) => {
              running.setEncoding(line.id, to)
            }}
          />
        )}
      </div>
      {encodingCertain ? null : <p className="notice">{preview.encodingUncertain}</p>}
    </>
  )
}

const Duplicate = ({ line, confirmed, running }: Props) => {
  const { preview } = useMessages().imports
  const twin = useStore(running.store, ({ lines }) => twins(lines).get(line.id))
  const { duplicateOf } = confirmed.preview
  if (duplicateOf === null && !twin) return null
  return (
    <div className="notice">
      <p>{duplicateOf === null ? preview.duplicateHere(twin?.file.name ?? '') : preview.duplicateOf(duplicateOf)}</p>
      <Checkbox
        isSelected={confirmed.allowDuplicate}
        onChange={(allowDuplicate) => {
          running.change(line.id, { ...confirmed, allowDuplicate })
        }}
      >
        {preview.importAnyway}
      </Checkbox>
    </div>
  )
}

const LeftOut = ({ leftOut }: { readonly leftOut: Preview['leftOut'] }) => {
  const { leftOut: words } = useMessages().imports
  const named = (kinds: readonly (keyof Preview['leftOut'])[]) =>
    kinds.filter((kind) => leftOut[kind] > 0).map((kind) => words[kind](leftOut[kind]))
  const changes = named(['insertions', 'deletions'])
  const out = named(['comments', 'footnotes', 'images', 'headers'])
  if (changes.length + out.length === 0) return null
  return (
    <div className="notice">
      <b>{words.title}</b>
      {changes.length > 0 ? <p>{words.changes(changes)}</p> : null}
      {out.length > 0 ? <p>{words.stayOut(out)}</p> : null}
    </div>
  )
}

/** Names in the project and in the files; a string between, so that it only changes when a name does. */
const useKnownNames = (running: Import): string[] => {
  const formats = useFormats()
  const inProject = useLive('respondents.list', {}).data?.map(({ name }) => name) ?? []
  const inFiles = useStore(running.store, ({ lines }) =>
    lines
      .flatMap(({ state }) =>
        state.kind === 'ready' ? state.confirmed.speakers.flatMap(({ respondent }) => respondent ?? []) : [],
      )
      .join('\n'),
  )
  return [...new Set([...inProject, ...inFiles.split('\n')])].filter((name) => name !== '').toSorted(formats.compare)
}

const Speakers = ({ line, confirmed, running }: Props) => {
  const { preview } = useMessages().imports
  const known = useKnownNames(running)
  const like = useStore(running.store, ({ lines }) => linesLike(lines, { line, confirmed }).length)
  return (
    <>
      <SpeakersTable
        confirmed={confirmed}
        known={known}
        onChange={(speakers) => {
          running.change(line.id, interpretersFollow(confirmed, { ...confirmed, speakers }))
        }}
      />
      {like > 0 ? (
        <Button
          onPress={() => {
            running.spreadRoles(line.id)
          }}
        >
          {preview.sameForOthers(like)}
        </Button>
      ) : null}
    </>
  )
}

const ByAndAbout = ({ line, confirmed, running }: Props) => {
  const { preview } = useMessages().imports
  const known = useKnownNames(running)
  return (
    <>
      <p className="form-hint">{preview.noSpeakers}</p>
      <div className="property-row">
        <RespondentField
          label={preview.by}
          value={confirmed.by}
          known={known}
          onChange={(by) => {
            running.change(line.id, { ...confirmed, by, byNamed: by !== null || confirmed.about.length > 0 })
          }}
        />
        <div>
          <RespondentField
            label={preview.about}
            value={confirmed.about[0] ?? null}
            known={known}
            onChange={(about) => {
              const named = about !== null || confirmed.by !== null
              running.change(line.id, { ...confirmed, about: about === null ? [] : [about], byNamed: named })
            }}
          />
          <p className="form-hint">{preview.aboutHint}</p>
        </div>
      </div>
    </>
  )
}
