/** The codings of the open document: asked for once, then kept by the rows of events. */
import { useEffect, useState } from 'react'
import { failureOf } from '../../lib/explain.ts'
import { useConnection } from '../../lib/live.tsx'
import { CodingStore } from './codingStore.ts'

/** For one document as long as the component is mounted; `fail` hears why the codings could not be read. */
export const useCodings = (documentId: number, fail: (error: unknown) => void): CodingStore => {
  const { client, onEvent } = useConnection()
  const [store] = useState(() => new CodingStore(documentId))
  useEffect(() => {
    const load = async () => {
      store.await()
      try {
        store.load(await client.codings.inDocument({ documentId: store.documentId }))
      } catch (error) {
        // The project was closed: the reader goes, and nobody misses the codings.
        if (failureOf(error).code !== 'no-project') fail(error)
      }
    }
    // Listening begins first: what changes meanwhile is kept and applied on top.
    const stop = onEvent((event) => {
      if (event.kind === 'changed' && event.codings) store.apply(event.codings)
      // Too much changed to be told row by row, or the line was lost and what changed is unknown.
      else if (event.kind === 'project' || event.kind === 'changed') void load()
    })
    void load()
    return stop
  }, [client, onEvent, store, fail])
  return store
}
