/** The sample opens on an interview, so that there is something to see and to code at once. */
import { useEffect, useRef } from 'react'
import type { ProjectInfo } from '../../../contract/projects.ts'
import { useLive } from '../../lib/live.tsx'
import { workspace } from '../../lib/workspace.ts'

/** Opens the document with the most codings, once each time that the sample is opened. */
export const useSampleDocument = (project: ProjectInfo | null): void => {
  const path = project?.sample ? project.path : null
  const { data: documents } = useLive('documents.list', {}, { enabled: path !== null })
  const shown = useRef<string | null>(null)
  useEffect(() => {
    const [richest] = documents?.toSorted((a, b) => b.codings - a.codings) ?? []
    if (path !== null && (!richest || shown.current === path)) return
    shown.current = path
    if (richest && path !== null && workspace.get().documentId === null) workspace.openDocument(richest.id)
  }, [path, documents])
}
