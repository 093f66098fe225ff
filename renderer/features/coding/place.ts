/** Where a box goes that opens at a place in the window: below it, or above where there is more room. */
import { useEffect, useState, type CSSProperties } from 'react'

const WIDTH = 360
const EDGE = 8
const GAP = 8
/** The status line stays in sight. */
const FOOT = 32
/** Room below that is enough not to look above. */
const ENOUGH = 220

/** Pixels, for a fixed box; `at` is the place it belongs to. */
export const placeAt = (
  at: { readonly left: number; readonly top: number; readonly bottom: number },
  window: { readonly width: number; readonly height: number },
): CSSProperties => {
  const inlineSize = Math.min(WIDTH, window.width - 2 * EDGE)
  const left = Math.max(EDGE, Math.min(at.left, window.width - inlineSize - EDGE))
  const bottom = Math.max(EDGE, Math.min(at.bottom, window.height - ENOUGH / 2))
  const top = Math.max(EDGE, Math.min(at.top, window.height - EDGE))
  const below = window.height - bottom - GAP - FOOT
  const above = top - GAP - EDGE
  return below >= ENOUGH || below >= above
    ? { left, top: bottom + GAP, inlineSize, maxBlockSize: below }
    : { left, bottom: window.height - top + GAP, inlineSize, maxBlockSize: above }
}

/** `at` is looked up when the box opens; the box stays there, but for a window that changes. */
export const usePlace = (at: DOMRect | null): CSSProperties => {
  const [window, setWindow] = useState(sizeOfWindow)
  useEffect(() => {
    const measure = () => {
      setWindow(sizeOfWindow())
    }
    addEventListener('resize', measure)
    return () => {
      removeEventListener('resize', measure)
    }
  }, [])
  return placeAt(at ?? { left: window.width / 3, top: window.height / 3, bottom: window.height / 3 }, window)
}

const sizeOfWindow = () => ({ width: innerWidth, height: innerHeight })
