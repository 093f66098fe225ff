/** The picker that opens at the selection to choose a code; typing a letter in the text opens it. */
import { useEffect, useRef, useState } from 'react'
import { useCommandContext } from '../../lib/command-context.ts'
import { explain, failureOf } from '../../lib/explain.ts'
import { useLive } from '../../lib/live.tsx'
import { useWorkspace, workspace } from '../../lib/workspace.ts'
import { tellFailure } from '../../ui/toasts.tsx'
import { applyCode, makeCode, recode } from './acts.ts'
import type { PathedCode } from './code-matching.ts'
import { CodeSearch } from './CodeSearch.tsx'
import { coding, lastBranch, usable, useCoding } from './coding-state.ts'
import { usePlace } from './place.ts'

export const CodingPicker = () => {
  useKnownCodes()
  useLettersOpen()
  const isOpen = useWorkspace((state) => state.pickerOpen)
  const hasSelection = useWorkspace((state) => state.selection !== null)
  const recoding = useCoding((state) => state.recoding)
  return isOpen && (hasSelection || recoding) ? <Picker /> : null
}

/** Keeps the codes at hand for keys that must not wait. */
const useKnownCodes = () => {
  const codes = useLive('codes.list', {}).data
  const project = useLive('projects.current', {}).data
  useEffect(() => {
    if (codes && project) coding.know(project.uid, codes, project.codebookClosed)
  }, [codes, project])
}

/** A letter typed in the text opens the picker with it, after every command had its turn. */
const useLettersOpen = () => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      if (event.defaultPrevented || event.isComposing || ctrlKey || metaKey || altKey || !/^\p{L}$/u.test(key)) return
      if (!(target instanceof Element) || !target.closest('[data-reader]')) return
      const { selection, codingIds } = workspace.get()
      if (!selection && codingIds.length === 0) return
      event.preventDefault()
      coding.recode(selection ? null : codingIds)
      workspace.openPicker(key)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}

const close = () => {
  workspace.set({ pickerOpen: false, pickerText: '' })
  coding.recode(null)
}
const backToText = () => {
  close()
  workspace.get().reader?.focus()
}

const Picker = () => {
  const context = useCommandContext()
  const { picker } = context.messages.coding
  const { codes, recent, isClosed, recoding } = useCoding()
  const [selection] = useState(() => workspace.get().selection)
  const [branchId, setBranchId] = useState(() => lastBranch(coding.get())?.id ?? null)
  /** The name of the code to be made, while one chooses where it goes. */
  const [naming, setNaming] = useState<string | null>(null)
  const [text, setText] = useState(workspace.get().pickerText)
  const box = useRef<HTMLDivElement>(null)
  const [at] = useState(() => workspace.get().reader?.selectionRect() ?? null)
  const place = usePlace(at)
  useOutside(box, close)

  const act = async (stay: boolean, work: () => Promise<void>) => {
    if (!stay) backToText()
    try {
      await work()
    } catch (error) {
      tellFailure(explain(failureOf(error), context.messages))
    }
  }
  const give = (code: Pick<PathedCode, 'id' | 'name'>) => {
    if (recoding) return recode(context, recoding, code)
    return selection ? applyCode(context, code, selection) : Promise.resolve()
  }
  const branch = codes.find(({ id }) => id === branchId && branchId !== null) ?? null
  const title = recoding ? picker.recode(recoding.length) : picker.label
  const putUnder = (id: number | null) => {
    setBranchId(id)
    setText(naming ?? '')
    setNaming(null)
  }

  return (
    <div
      ref={box}
      role="dialog"
      aria-label={naming === null ? title : picker.branchOf(naming)}
      className="picker"
      style={place}
    >
      {naming === null ? (
        <>
          {recoding ? <p className="picker-title">{title}</p> : null}
          <CodeSearch
            key="code"
            label={title}
            placeholder={picker.placeholder}
            codes={usable(codes)}
            recent={recent}
            initialText={text}
            onChoose={(code, stay) => void act(stay, () => give(code))}
            onCancel={backToText}
            note={isClosed ? picker.closed : null}
            keys={[
              ...(isClosed ? [] : [{ keys: 'Tab', text: picker.chooseBranch }]),
              ...(recoding ? [] : [{ keys: 'Mod+Enter', text: picker.stay }]),
            ]}
            creation={
              isClosed
                ? null
                : {
                    branch: branch?.name ?? null,
                    chooseBranch: setNaming,
                    create: (name, stay) =>
                      void act(stay, async () => give(await makeCode(context, name, branch?.id ?? null))),
                  }
            }
          />
        </>
      ) : (
        <>
          <p className="picker-title">{picker.branchOf(naming)}</p>
          <CodeSearch
            key="branch"
            label={picker.branchOf(naming)}
            placeholder={picker.branchPlaceholder}
            codes={codes.filter(({ archived }) => !archived)}
            recent={branch ? [branch.id] : []}
            top={{
              label: picker.top,
              choose: () => {
                putUnder(null)
              },
            }}
            onChoose={({ id }) => {
              putUnder(id)
            }}
            onCancel={() => {
              putUnder(branchId)
            }}
          />
        </>
      )}
    </div>
  )
}

/** A press anywhere else puts the picker away. */
const useOutside = (box: { readonly current: HTMLElement | null }, leave: () => void) => {
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) leave()
    }
    window.addEventListener('pointerdown', onPress, true)
    return () => {
      window.removeEventListener('pointerdown', onPress, true)
    }
  }, [box, leave])
}
