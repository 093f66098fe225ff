/** The project's respondents by name and id, for fields in which one of them is chosen or a new one named. */
import { nameKey } from '../../../contract/values.ts'
import { useCommand, useLive } from '../../lib/live.tsx'
import { useFormats } from '../../lib/messages.tsx'

export const useRespondents = () => {
  const formats = useFormats()
  const all = useLive('respondents.list', {}).data ?? []
  const create = useCommand('respondents.create')
  return {
    names: all.map(({ name }) => name).toSorted(formats.compare),
    nameOf: (id: number | null) => all.find((one) => one.id === id)?.name ?? null,
    /** Calls `work` with the id behind a name, which is made when it is new; with null for no name. */
    withId: (name: string | null, work: (id: number | null) => void) => {
      const known = name === null ? null : all.find((one) => nameKey(one.name) === nameKey(name))
      if (name === null || known) work(known?.id ?? null)
      else {
        create.mutate(
          { name },
          {
            onSuccess: ({ id }) => {
              work(id)
            },
          },
        )
      }
    },
  }
}
