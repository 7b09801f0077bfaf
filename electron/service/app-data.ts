import { createHash } from 'node:crypto'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { appFileName, backupsFolderName, largestAppFile, mostPixels } from '../../shared/domain/app-file.js'
import {
  defaultPreferences,
  initialViewState,
  preferencesSchema,
  viewStateSchema,
  type Preferences,
  type ViewState,
} from '../../shared/domain/preferences.js'
import { firstBytes, withReadableFile } from './files/readable-file.js'
import { writeFileWhole } from './files/write-file.js'

export type RecentEntry = z.infer<typeof recentSchema>

export interface PreferencesChange {
  before: Preferences
  now: Preferences
  by: unknown
}

const recentSchema = z.object({
  path: z.string(),
  title: z.string(),
  openedAt: z.string(),
  view: viewStateSchema.catch(initialViewState),
})

/** Where a window was, in CSS pixels of the desktop. */
const boundsSchema = z.object({
  x: z.int().min(-mostPixels).max(mostPixels),
  y: z.int().min(-mostPixels).max(mostPixels),
  width: z.int().positive().max(mostPixels),
  height: z.int().positive().max(mostPixels),
  isMaximized: z.boolean(),
})

const openWindowSchema = z.object({
  /** The case that the window shows; null for one without a case. */
  path: z.string().nullable(),
  bounds: boundsSchema.nullable().catch(null),
})

/** Entries that cannot be read are left out, the others are kept. */
const readableEntries = z
  .array(z.unknown())
  .catch([])
  .transform((entries) =>
    entries.flatMap((entry): RecentEntry[] => {
      const parsed = recentSchema.safeParse(entry)
      return parsed.success ? [parsed.data] : []
    }),
  )

const fileSchema = z.object({
  preferences: preferencesSchema.catch(defaultPreferences),
  recent: readableEntries,
  /** The case to show on the next start; null after a case was closed on purpose. */
  lastCase: z.string().nullable().catch(null),
  /** The windows that are open, or were when the program ended; written at once, so that it is true after a kill too. */
  windows: z.array(openWindowSchema).max(50).catch([]),
  bounds: boundsSchema.nullable().catch(null),
})

export type AppFile = z.infer<typeof fileSchema>
export type WindowBounds = z.infer<typeof boundsSchema>
export type OpenWindow = z.infer<typeof openWindowSchema>

const mostRecent = 20

/**
 * What the program remembers between starts, beside the case files: preferences, recent cases, and where a person was in
 * each. Kept in `stet.json` in the program's own folder. A file that cannot be read is set aside, never overwritten.
 */
export class AppData {
  readonly #path: string
  #file: AppFile
  #writing: Promise<void> = Promise.resolve()
  readonly #listeners = new Set<(change: PreferencesChange) => void>()
  readonly #caseListeners = new Set<() => void>()

  private constructor(path: string, file: AppFile) {
    this.#path = path
    this.#file = file
  }

  static async load(folder: string): Promise<AppData> {
    const path = join(folder, appFileName)
    await mkdir(dirname(path), { recursive: true })
    return new AppData(path, await readAppFile(path))
  }

  /** Where the backups of all cases lie. */
  get backups(): string {
    return join(dirname(this.#path), backupsFolderName)
  }

  get preferences(): Preferences {
    return this.#file.preferences
  }

  get lastCase(): string | null {
    return this.#file.lastCase
  }

  /** The windows to show on the next start, in the order in which they were opened. */
  get openWindows(): readonly OpenWindow[] {
    return this.#file.windows
  }

  /** Where the window was that was moved last. */
  get bounds(): WindowBounds | null {
    return this.#file.bounds
  }

  get recent(): readonly RecentEntry[] {
    return this.#file.recent
  }

  viewOf(path: string): ViewState {
    return this.#file.recent.find((entry) => entry.path === path)?.view ?? initialViewState
  }

  /** The path that an identifier handed to the window stands for. */
  pathOf(id: string): string | null {
    return this.#file.recent.find((entry) => recentId(entry.path) === id)?.path ?? null
  }

  /** Calls the listener with every change of the preferences; the answer stops that. */
  onPreferences(listener: (change: PreferencesChange) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Calls the listener whenever a case was opened or closed in any window; the answer stops that. */
  onCases(listener: () => void): () => void {
    this.#caseListeners.add(listener)
    return () => void this.#caseListeners.delete(listener)
  }

  /** `by` is whoever changes them, for listeners that need not be told of what they did themselves. */
  setPreferences(preferences: Preferences, by: unknown = null): Promise<void> {
    const change = { before: this.preferences, now: preferences, by }
    const written = this.#write({ ...this.#file, preferences })
    for (const listener of this.#listeners) listener(change)
    return written
  }

  setView(path: string, view: ViewState): Promise<void> {
    const recent = this.#file.recent.map((entry) => (entry.path === path ? { ...entry, view } : entry))
    return this.#write({ ...this.#file, recent })
  }

  caseOpened(path: string, title: string, openedAt: string): Promise<void> {
    const others = this.#file.recent.filter((entry) => entry.path !== path)
    const recent = [{ path, title, openedAt, view: this.viewOf(path) }, ...others].slice(0, mostRecent)
    return this.#casesChanged({ ...this.#file, recent, lastCase: path })
  }

  setBounds(bounds: WindowBounds): Promise<void> {
    return this.#write({ ...this.#file, bounds })
  }

  /** What the next start is to show; see `openWindows`. */
  setOpenWindows(windows: readonly OpenWindow[]): Promise<void> {
    if (isDeepStrictEqual(windows, this.#file.windows)) return this.#writing
    return this.#write({ ...this.#file, windows: [...windows] })
  }

  caseClosed(): Promise<void> {
    return this.#casesChanged({ ...this.#file, lastCase: null })
  }

  forget(path: string): Promise<void> {
    const recent = this.#file.recent.filter((entry) => entry.path !== path)
    return this.#casesChanged({ ...this.#file, recent, lastCase: null })
  }

  /** Resolves when all that was set is written. */
  settled(): Promise<void> {
    return this.#writing
  }

  #casesChanged(file: AppFile): Promise<void> {
    const written = this.#write(file)
    for (const listener of this.#caseListeners) listener()
    return written
  }

  #write(file: AppFile): Promise<void> {
    this.#file = file
    const next = this.#writing
      .catch(() => {})
      .then(() => writeFileWhole(this.#path, JSON.stringify(this.#file, null, 2)))
    this.#writing = next
    return next
  }
}

/** A name for a path that says nothing about the machine to whoever sees it. */
export function recentId(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 24)
}

async function readAppFile(path: string): Promise<AppFile> {
  const empty: AppFile = {
    preferences: defaultPreferences,
    recent: [],
    lastCase: null,
    windows: [],
    bounds: null,
  }
  try {
    const bytes = await withReadableFile(path, async (file, size) =>
      size <= largestAppFile ? firstBytes(file, size) : null,
    )
    return bytes ? fileSchema.parse(JSON.parse(new TextDecoder().decode(bytes))) : await setAside(path, empty)
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ENOENT' ? empty : await setAside(path, empty)
  }
}

/** What is in the way of the program's file is kept, for a person to look at. */
async function setAside(path: string, instead: AppFile): Promise<AppFile> {
  await rename(path, `${path}.unreadable`).catch(() => {})
  return instead
}
