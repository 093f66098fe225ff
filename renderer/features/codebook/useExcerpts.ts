/** The excerpts of one code, all of them, as they were when the dialog opened: what is changed meanwhile must not jump. */
import { useEffect, useState } from 'react'
import type { Excerpt } from '../../../contract/queries.ts'
import { useClient } from '../../lib/live.tsx'
import { useMessages } from '../../lib/messages.tsx'
import { attempt } from './acts.ts'

const PAGE = 500

/** Null while they are looked up. `context`: characters around each. */
export const useExcerpts = (codeId: number, context: number): readonly Excerpt[] | null => {
  const client = useClient()
  const messages = useMessages()
  const [excerpts, setExcerpts] = useState<readonly Excerpt[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    const read = async (found: readonly Excerpt[]): Promise<void> => {
      const { rows, total } = await client.queries.excerpts({
        codeIds: [codeId],
        limit: PAGE,
        offset: found.length,
        context,
      })
      const all = [...found, ...rows]
      if (!isCurrent) return
      if (rows.length > 0 && all.length < total) await read(all)
      else setExcerpts(all)
    }
    void attempt({ messages }, () => read([]))
    return () => {
      isCurrent = false
    }
  }, [client, codeId, context, messages])
  return excerpts
}
