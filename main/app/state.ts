/** Size and place of the window, kept between sessions and put back on a screen that exists. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface WindowState extends Rectangle {
  readonly maximized: boolean
}

const FIRST_SIZE = { width: 1440, height: 900 }
/** So much of the window must be on a screen for the user to be able to take hold of it, in pixels. */
const LEAST_IN_SIGHT = { width: 200, height: 60 }

/** `screens`: the work areas of the displays that are there now, the first one the primary. */
export const placeWindow = (
  saved: WindowState | null,
  screens: readonly Rectangle[],
): { readonly bounds: Partial<Rectangle> & Size; readonly maximized: boolean } => {
  const [primary = { x: 0, y: 0, ...FIRST_SIZE }] = screens
  if (!saved) return { bounds: fit(FIRST_SIZE, primary), maximized: false }
  const { x, y, maximized } = saved
  // Judged by the size that it will have: one that was larger than this screen may shrink out of sight.
  const screen = screens.find((candidate) => isInSight({ x, y, ...fit(saved, candidate) }, candidate))
  return { bounds: screen ? { x, y, ...fit(saved, screen) } : fit(saved, primary), maximized }
}

interface Size {
  readonly width: number
  readonly height: number
}
const fit = (size: Size, within: Size) => ({
  width: Math.min(size.width, within.width),
  height: Math.min(size.height, within.height),
})

const isInSight = (window: Rectangle, screen: Rectangle): boolean =>
  overlap(window.x, window.width, screen.x, screen.width) >= LEAST_IN_SIGHT.width &&
  // The title bar is what one takes hold of, so its edge must be there and not only the foot of the window.
  window.y >= screen.y - 10 &&
  window.y <= screen.y + screen.height - LEAST_IN_SIGHT.height

const overlap = (a: number, aLength: number, b: number, bLength: number): number =>
  Math.min(a + aLength, b + bLength) - Math.max(a, b)

/** Null where there is none, or where the file is not ours any more. */
export const readWindowState = (file: string): WindowState | null => {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    const numbers = ['x', 'y', 'width', 'height'].map((key) => value[key])
    const [x, y, width, height] = numbers as [number, number, number, number]
    if (!numbers.every((number) => Number.isInteger(number)) || width < 1 || height < 1) return null
    return { x, y, width, height, maximized: value['maximized'] === true }
  } catch {
    return null
  }
}

/** A place that cannot be kept is not worth a message. */
export const writeWindowState = (file: string, state: WindowState): void => {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(state))
  } catch {
    // The next window opens in its first size.
  }
}
