/** The box in which a code's name is typed, laid over its row. Outside the tree, whose keys would take the letters. */
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

/** A menu that closes gives the focus back to where it was; for so long the box takes it again. Milliseconds. */
const SETTLING = 300

interface NameBoxProps {
  /** What the box is laid over is in here, and so is the box itself. */
  readonly frame: RefObject<HTMLElement | null>
  readonly rowId: number
  readonly label: string
  readonly initial: string
  /** Answers whether the name was taken; the box stays when it was not. */
  readonly onName: (name: string) => Promise<boolean>
  readonly onLeave: () => void
}

export const NameBox = ({ frame, rowId, label, initial, onName, onLeave }: NameBoxProps) => {
  const [name, setName] = useState(initial)
  const input = useRef<HTMLInputElement>(null)
  const isLeaving = useRef(false)
  const opened = useRef(0)

  useLayoutEffect(() => {
    let isFirst = true
    opened.current = performance.now()
    // Rows of a long list are there a moment later, and move while one scrolls.
    const follow = () => {
      const row = frame.current?.querySelector(`[data-name-of="${rowId}"]`)?.getBoundingClientRect()
      const ground = frame.current?.getBoundingClientRect()
      const box = input.current
      if (!box || !ground) return
      box.style.visibility = row ? 'visible' : 'hidden'
      if (row) {
        box.style.insetBlockStart = `${row.top - ground.top - 4}px`
        box.style.insetInlineStart = `${row.left - ground.left - 6}px`
      }
      if (row && performance.now() - opened.current < SETTLING && document.activeElement !== box) {
        box.focus({ preventScroll: true })
        if (isFirst) box.select()
        isFirst = false
      }
      next = requestAnimationFrame(follow)
    }
    let next = requestAnimationFrame(follow)
    return () => {
      cancelAnimationFrame(next)
    }
  }, [frame, rowId])

  const leave = () => {
    isLeaving.current = true
    onLeave()
  }
  const commit = async () => {
    const wanted = name.trim()
    if (wanted === '' || wanted === initial || (await onName(wanted))) leave()
    else input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') void commit()
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <input
      ref={input}
      className="name-box"
      aria-label={label}
      autoComplete="off"
      value={name}
      onChange={(event) => {
        setName(event.target.value)
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (!isLeaving.current && performance.now() - opened.current > SETTLING) void commit()
      }}
    />
  )
}
