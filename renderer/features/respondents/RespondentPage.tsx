/** A respondent's page: attributes, documents, what was coded, memos, and the researcher's own summary. */
import { useEffect, useRef, useState } from 'react'
import type { RespondentPage as Page } from '../../../contract/respondents.ts'
import { explain } from '../../lib/explain.ts'
import { useCommand, useLive } from '../../lib/live.tsx'
import { useFormats, useMessages } from '../../lib/messages.tsx'
import { workspace } from '../../lib/workspace.ts'
import { Button, TextField } from '../../ui/controls.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { AttributeForm } from './AttributeForm.tsx'
import { RemoveRespondentsDialog } from './RespondentDialogs.tsx'

const back = () => {
  workspace.set({ respondentId: null })
}

export const RespondentPage = ({ respondentId }: { readonly respondentId: number }) => {
  const messages = useMessages()
  const { page } = messages.respondents
  const { data, error } = useLive('respondents.get', { id: respondentId })
  return (
    <article className="respondent-page">
      <Button kind="quiet" onPress={back}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M10 3 5 8l5 5" stroke="currentColor" strokeWidth="1.5" fill="none" />
        </svg>
        {page.back}
      </Button>
      {error ? <p>{explain(error.failure, messages)}</p> : null}
      {data ? <Loaded respondent={data} /> : null}
    </article>
  )
}

const Loaded = ({ respondent }: { readonly respondent: Page }) => {
  const { respondents } = useMessages()
  const { page } = respondents
  const [dialog, setDialog] = useState<'rename' | 'remove' | null>(null)
  const close = () => {
    setDialog(null)
  }
  return (
    <>
      <header className="page-head">
        <h1>{respondent.name}</h1>
        <Button
          onPress={() => {
            setDialog('rename')
          }}
        >
          {page.rename}
        </Button>
        <Button
          onPress={() => {
            workspace.openMemo({ kind: 'respondent', respondentId: respondent.id })
          }}
        >
          {page.memos(respondent.memos)}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            setDialog('remove')
          }}
        >
          {page.remove}
        </Button>
      </header>
      <div className="page-columns">
        <div>
          <Summary key={respondent.id} respondent={respondent} />
          <section>
            <h2>{page.attributes}</h2>
            <AttributeForm owner="respondent" ownerId={respondent.id} none={page.noAttributes} />
          </section>
        </div>
        <div>
          <Documents respondent={respondent} />
          <Codes respondent={respondent} />
        </div>
      </div>
      {dialog === 'rename' ? <RenameDialog respondent={respondent} onClose={close} /> : null}
      {dialog === 'remove' ? <RemoveRespondentsDialog rows={[respondent]} onClose={close} onRemoved={back} /> : null}
    </>
  )
}

const PAUSE = 700

/** Kept at every pause, and when the page is left. */
const Summary = ({ respondent }: { readonly respondent: Page }) => {
  const { page } = useMessages().respondents
  const [text, setText] = useState(respondent.summary)
  const [shown, setShown] = useState(respondent.summary)
  const set = useCommand('respondents.setSummary')
  const waiting = useRef<{ readonly text: string; readonly timer: ReturnType<typeof setTimeout> } | null>(null)
  // Changed elsewhere, such as by Undo; what is being typed here and not yet kept comes first.
  if (shown !== respondent.summary) {
    setShown(respondent.summary)
    if (text === shown) setText(respondent.summary)
  }
  const { mutate } = set
  const { id } = respondent
  const keepNow = useRef(() => {})
  useEffect(() => {
    keepNow.current = () => {
      const last = waiting.current
      waiting.current = null
      if (!last) return
      clearTimeout(last.timer)
      mutate({ id, summary: last.text })
    }
  }, [mutate, id])
  useEffect(
    () => () => {
      keepNow.current()
    },
    [],
  )
  return (
    <section>
      <h2>{page.summary}</h2>
      <TextField
        label={page.summary}
        hideLabel
        rows={7}
        placeholder={page.summaryPlaceholder}
        value={text}
        maxLength={100_000}
        onChange={(to) => {
          setText(to)
          if (waiting.current) clearTimeout(waiting.current.timer)
          waiting.current = {
            text: to,
            timer: setTimeout(() => {
              keepNow.current()
            }, PAUSE),
          }
        }}
        onBlur={() => {
          keepNow.current()
        }}
      />
    </section>
  )
}

const Documents = ({ respondent }: { readonly respondent: Page }) => {
  const { page } = useMessages().respondents
  return (
    <section>
      <h2>{page.documents}</h2>
      {respondent.documents.length === 0 ? <p className="form-hint">{page.noDocuments}</p> : null}
      <ul className="page-list">
        {respondent.documents.map(({ id, name, relation }) => (
          <li key={`${id} ${relation}`}>
            <button
              type="button"
              onClick={() => {
                workspace.openDocument(id)
              }}
            >
              <span className="name">{name}</span>
              <span className="note">{page[relation]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Codes = ({ respondent }: { readonly respondent: Page }) => {
  const { page } = useMessages().respondents
  const formats = useFormats()
  const codes = useLive('codes.list', {}).data ?? []
  const filter = { respondentIds: [respondent.id], documentIds: [], coderIds: [], attributes: [] }
  const show = (codeIds: number[]) => {
    workspace.showExcerpts({ codeIds, rollup: false, filter, cell: null, alsoRoles: [] })
  }
  const used = respondent.codes.flatMap(({ codeId, codings }) => {
    const code = codes.find(({ id }) => id === codeId)
    return code ? [{ code, codings }] : []
  })
  return (
    <section>
      <h2>{page.codes}</h2>
      {used.length === 0 ? <p className="form-hint">{page.noCodes}</p> : null}
      <ul className="page-list">
        {used.map(({ code, codings }) => (
          <li key={code.id}>
            <button
              type="button"
              title={page.excerpts(code.name)}
              onClick={() => {
                show([code.id])
              }}
            >
              <span className="dot" data-color={code.color} aria-hidden="true" />
              <span className="name">{code.name}</span>
              <span className="note">{formats.number(codings)}</span>
            </button>
          </li>
        ))}
      </ul>
      {used.length > 1 ? (
        <Button
          onPress={() => {
            show([])
          }}
        >
          {page.allExcerpts}
        </Button>
      ) : null}
    </section>
  )
}

const RenameDialog = ({ respondent, onClose }: { readonly respondent: Page; readonly onClose: () => void }) => {
  const messages = useMessages()
  const { respondents, app } = messages
  const [name, setName] = useState(respondent.name)
  const rename = useCommand('respondents.rename', { quiet: true })
  return (
    <Dialog title={respondents.page.rename} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') rename.mutate({ id: respondent.id, name }, { onSuccess: onClose })
        }}
      >
        <TextField
          label={respondents.columns.name}
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          error={rename.error ? explain(rename.error.failure, messages) : null}
        />
        <div className="actions">
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={name.trim() === ''}>
            {respondents.page.rename}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
