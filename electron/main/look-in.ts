import type { WindowBounds } from '../service/app-data.js'

/** What the first window needs to know of the last session. */
export interface FirstLook {
  theme: 'system' | 'light' | 'dark'
  scale: number
  /** Where the window was that was moved last. */
  bounds: WindowBounds | null
  /** Where the first window of the last session was; null where that is not known. */
  firstBounds: WindowBounds | null
  /** Whether it had a case. */
  hadCase: boolean
}

export const defaultLook: FirstLook = {
  theme: 'system',
  scale: 1,
  bounds: null,
  firstBounds: null,
  hadCase: false,
}

/** Reads it from the parsed file of `AppData`; what is not as it must be is left as on a first start. */
export function lookIn(kept: unknown): FirstLook {
  const { preferences, windows, lastCase, bounds } = fieldsOf(kept)
  const { theme, scale } = fieldsOf(preferences)
  const first = Array.isArray(windows) && windows.length > 0 ? fieldsOf(windows[0]) : null
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    scale: typeof scale === 'number' && scale >= 0.8 && scale <= 2 ? scale : 1,
    bounds: boundsIn(bounds),
    firstBounds: boundsIn(first?.['bounds']),
    hadCase: typeof (first ? first['path'] : lastCase) === 'string',
  }
}

/** No desktop has more pixels a side, and the system takes no other numbers. */
const mostPixels = 32_767

function boundsIn(value: unknown): WindowBounds | null {
  const { x, y, width, height, isMaximized } = fieldsOf(value) as Partial<WindowBounds>
  if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height)) return null
  return width > 0 && height > 0 ? { x, y, width, height, isMaximized: isMaximized === true } : null
}

const isPixels = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= mostPixels

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
