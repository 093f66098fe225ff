/** The codes that the number keys stand for while a code is split. */
import { useState } from 'react'
import { useCommandContext } from '../../lib/command-context.ts'
import { Button, Kbd } from '../../ui/controls.tsx'
import { makeCode } from '../coding/acts.ts'
import { CodeSearch } from '../coding/CodeSearch.tsx'
import { usable, useCoding } from '../coding/coding-state.ts'
import { attempt } from './acts.ts'

interface SplitTargetsProps {
  /** The code that is split. */
  readonly exclude: number
  /** Code ids by slot, from 1. */
  readonly targets: readonly (number | null)[]
  readonly onTarget: (slot: number, codeId: number | null) => void
  readonly onGive: (slot: number) => void
}
export const SplitTargets = ({ exclude, targets, onTarget, onGive }: SplitTargetsProps) => {
  const context = useCommandContext()
  const { split } = context.messages.codebook
  const { codes, recent, isClosed } = useCoding()
  const [choosing, setChoosing] = useState<number | null>(null)
  const parent = codes.find(({ id }) => id === exclude)
  const choose = (slot: number, id: number | null) => {
    setChoosing(null)
    onTarget(slot, id)
  }
  if (choosing !== null)
    return (
      <div className="split-targets">
        <h3>{split.choose(choosing)}</h3>
        <CodeSearch
          label={split.choose(choosing)}
          placeholder={context.messages.coding.picker.placeholder}
          codes={usable(codes).filter(({ id }) => id !== exclude && !targets.includes(id))}
          recent={recent}
          onChoose={({ id }) => {
            choose(choosing, id)
          }}
          onCancel={() => {
            choose(choosing, targets[choosing - 1] ?? null)
          }}
          creation={
            isClosed
              ? null
              : {
                  branch: parent?.name ?? null,
                  chooseBranch: () => undefined,
                  create: (name) =>
                    void attempt(context, async () => {
                      choose(choosing, (await makeCode(context, name, exclude)).id)
                    }),
                }
          }
        />
      </div>
    )
  const used = targets.findLastIndex((id) => id !== null) + 1
  return (
    <div className="split-targets">
      <h3>{split.targets}</h3>
      <ul>
        {targets.slice(0, Math.min(9, used + 1)).map((id, index) => {
          const slot = index + 1
          const code = codes.find((each) => each.id === id)
          return (
            <li key={slot}>
              {code ? (
                <>
                  <Button
                    kind="quiet"
                    onPress={() => {
                      onGive(slot)
                    }}
                  >
                    <Kbd keys={String(slot)} />
                    <span className="dot" data-color={code.color} />
                    {code.name}
                  </Button>
                  <Button
                    kind="quiet"
                    aria-label={split.clear(slot)}
                    onPress={() => {
                      onTarget(slot, null)
                    }}
                  >
                    <svg viewBox="0 0 16 16" aria-hidden="true">
                      <path d="M4 4l8 8M12 4l-8 8" stroke="currentColor" strokeWidth="1.5" />
                    </svg>
                  </Button>
                </>
              ) : (
                <Button
                  onPress={() => {
                    setChoosing(slot)
                  }}
                >
                  <Kbd keys={String(slot)} />
                  {split.choose(slot)}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
