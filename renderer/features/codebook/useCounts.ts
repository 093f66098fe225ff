/** The numbers beside the codes, as the user wants them counted. */
import { useLive } from '../../lib/live.tsx'
import { useCodebook, type Counted } from './codebook-state.ts'

/** By code id; a code that is not in it has none. Live: every coding, here or elsewhere, changes them. */
export const useCounts = (): ReadonlyMap<number, number> => {
  const counted = useCodebook((state) => state.counted)
  const withSubcodes = useCodebook((state) => state.withSubcodes)
  return useCountsOf(counted, withSubcodes)
}

export const useCountsOf = (counted: Counted, withSubcodes: boolean): ReadonlyMap<number, number> => {
  const { data } = useLive('codes.counts', { documentId: null }, { keepPrevious: true })
  if (!data) return new Map()
  const columns = {
    codings: withSubcodes ? data.codingsWithSubcodes : data.codings,
    respondents: withSubcodes ? data.respondentsWithSubcodes : data.respondents,
  }
  return new Map(data.codeId.map((id, index) => [id, columns[counted][index] ?? 0]))
}
