/** The sample opens on an interview, so that there is something to see and to code at once. */
import { useEffect, useRef } from 'react'
import type { ProjectInfo } from '../../../contract/projects.ts'
import { useLive } from '../../lib/live.tsx'
import { workspace } from '../../lib/workspace.ts'

/** Opens the document with the most codings, once each time that the sample is opened. */
export const useSampleDocument = (project: ProjectInfo | null): void => {
  const path = project?.sample ? project.path : null
  const { data: progress } = useLive('documents.progress', {}, { enabled: path !== null })
  const shown = useRef<string | null>(null)
  useEffect(() => {
    const richest = progress?.documentId[progress.codings.indexOf(Math.max(...progress.codings))]
    if (path !== null && (richest === undefined || shown.current === path)) return
    shown.current = path
    if (richest !== undefined && path !== null && workspace.get().documentId === null) workspace.openDocument(richest)
  }, [path, progress])
}
