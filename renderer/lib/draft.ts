/** Text that is saved while it is typed. */
import { useCallback, useEffect, useRef, useState } from 'react'

/** A pause of this length saves; milliseconds. */
const PAUSE = 500

/**
 * `text` is what to show: what is being typed, or else what is stored. What is typed is saved at a pause, when the
 * field is left (`flush`), and when it goes from the screen. `save` tells its own failures and answers whether it worked.
 */
export const useDraft = (stored: string, save: (text: string) => Promise<boolean>) => {
  const [draft, setDraft] = useState<string | null>(null)
  const [known, setKnown] = useState(stored)
  const [isSaved, setSaved] = useState(true)
  // Changed elsewhere (undone, or by a colleague), while nothing of one's own is waiting to be saved.
  if (known !== stored) {
    setKnown(stored)
    if (isSaved) setDraft(null)
  }
  const waiting = useRef<string | null>(null)
  const timer = useRef(0)
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const text = waiting.current
    if (text === null) return
    waiting.current = null
    const worked = await latest.current(text)
    if (worked && waiting.current === null) setSaved(true)
  }, [])
  useEffect(() => {
    const leave = () => void flush()
    // The window closes, or another one is brought before it. A desktop window still has its line before it unloads.
    window.addEventListener('beforeunload', leave)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      window.removeEventListener('beforeunload', leave)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
      leave()
    }
  }, [flush])
  const change = (text: string) => {
    setDraft(text)
    setSaved(false)
    waiting.current = text
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void flush(), PAUSE)
  }
  return { text: draft ?? stored, change, flush, isSaved }
}
