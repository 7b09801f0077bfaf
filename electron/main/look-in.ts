import { mostPixels, scaleLimits, themes, type Theme } from '../../shared/domain/app-file.js'
import type { Preferences } from '../../shared/domain/preferences.js'
import type { AppFile, OpenWindow, RecentEntry, WindowBounds } from '../service/app-data.js'

/** What the first window needs to know of the last session. */
export interface FirstLook {
  theme: Theme
  scale: number
  /** Where the window was that was moved last. */
  bounds: WindowBounds | null
  /** Where the first window of the last session was; null where that is not known. */
  firstBounds: WindowBounds | null
  /** The case that it had. */
  lastCase: string | null
  /** The paths of cases that were opened before. */
  known: readonly string[]
}

export const defaultLook: FirstLook = {
  theme: 'system',
  scale: 1,
  bounds: null,
  firstBounds: null,
  lastCase: null,
  known: [],
}

/** Reads it from the parsed file of `AppData`; what is not as it must be is left as on a first start. */
export function lookIn(kept: unknown): FirstLook {
  const { preferences, windows, recent, lastCase, bounds } = fieldsOf<AppFile>(kept)
  const { theme, scale } = fieldsOf<Preferences>(preferences)
  const first = Array.isArray(windows) && windows.length > 0 ? fieldsOf<OpenWindow>(windows[0]) : null
  return {
    theme: themes.find((known) => known === theme) ?? 'system',
    scale: isScale(scale) ? scale : 1,
    bounds: boundsIn(bounds),
    firstBounds: boundsIn(first?.bounds),
    lastCase: pathIn(first ? first.path : lastCase),
    known: pathsIn(recent),
  }
}

const isScale = (value: unknown): value is number =>
  typeof value === 'number' && value >= scaleLimits.smallest && value <= scaleLimits.largest

const pathIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const pathsIn = (recent: unknown): string[] =>
  Array.isArray(recent) ? recent.flatMap((entry) => pathIn(fieldsOf<RecentEntry>(entry).path) ?? []) : []

function boundsIn(value: unknown): WindowBounds | null {
  const { x, y, width, height, isMaximized } = fieldsOf<WindowBounds>(value)
  if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height)) return null
  return width > 0 && height > 0 ? { x, y, width, height, isMaximized: isMaximized === true } : null
}

const isPixels = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= mostPixels

/** The fields of what should be a `T`, under its names; of what they hold nothing is known. */
const fieldsOf = <T>(value: unknown): { [Name in keyof T]?: unknown } =>
  typeof value === 'object' && value !== null ? value : {}
