/** Asks once, for all files that need it, how their respondents shall be called. */
import { useStore } from 'zustand'
import { useMessages } from '../../lib/messages.tsx'
import { Radios } from '../../ui/controls.tsx'
import { freeNumbers, linesThatAsk } from './confirming.ts'
import type { Import } from './import-store.ts'

export const Naming = ({ running, known }: { readonly running: Import; readonly known: readonly string[] }) => {
  const words = useMessages().imports.naming
  const { lines, naming } = useStore(running.store)
  const asking = linesThatAsk(lines)
  if (asking.length === 0) return null
  const example = (names: readonly string[]) => {
    const [first = '', second] = names
    return second === undefined ? first : words.and(first, second)
  }
  return (
    <section className="naming" aria-label={words.title}>
      <div>
        <h3>{words.title}</h3>
        <p className="form-hint">{words.text(asking.length)}</p>
      </div>
      <Radios
        label={words.title}
        value={naming}
        onChange={(chosen) => {
          running.setNaming(chosen, known)
        }}
        choices={[
          { id: 'number', name: words.number(example(freeNumbers(known, Math.min(asking.length, 2)))) },
          { id: 'file', name: words.file(example(asking.map(({ confirmed }) => confirmed.preview.name))) },
          { id: 'self', name: words.self },
        ]}
      />
    </section>
  )
}
