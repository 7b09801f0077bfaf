import { createHash } from 'node:crypto'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import {
  defaultPreferences,
  initialViewState,
  preferencesSchema,
  viewStateSchema,
  type Preferences,
  type ViewState,
} from '../../shared/domain/preferences.js'
import { writeFileWhole } from './write-file.js'

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
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
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
  /** The cases of further windows that were open when the program ended. */
  otherCases: z.array(z.string()).max(50).catch([]),
  bounds: boundsSchema.nullable().catch(null),
})

type AppFile = z.infer<typeof fileSchema>
export type WindowBounds = z.infer<typeof boundsSchema>

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

  private constructor(path: string, file: AppFile) {
    this.#path = path
    this.#file = file
  }

  static async load(folder: string): Promise<AppData> {
    const path = join(folder, 'stet.json')
    await mkdir(dirname(path), { recursive: true })
    return new AppData(path, await readAppFile(path))
  }

  /** Where the backups of all cases lie. */
  get backups(): string {
    return join(dirname(this.#path), 'backups')
  }

  get preferences(): Preferences {
    return this.#file.preferences
  }

  get lastCase(): string | null {
    return this.#file.lastCase
  }

  /** The cases to show in further windows on the next start. */
  get otherCases(): readonly string[] {
    return this.#file.otherCases
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
    return this.#write({ ...this.#file, recent, lastCase: path })
  }

  setBounds(bounds: WindowBounds): Promise<void> {
    return this.#write({ ...this.#file, bounds })
  }

  /** What the next start is to show: one case in the first window, the others in further ones. */
  setOpenCases([first, ...otherCases]: readonly string[]): Promise<void> {
    return this.#write({ ...this.#file, lastCase: first ?? null, otherCases })
  }

  caseClosed(): Promise<void> {
    return this.#write({ ...this.#file, lastCase: null })
  }

  forget(path: string): Promise<void> {
    const recent = this.#file.recent.filter((entry) => entry.path !== path)
    return this.#write({ ...this.#file, recent, lastCase: null })
  }

  /** Resolves when all that was set is written. */
  settled(): Promise<void> {
    return this.#writing
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
    otherCases: [],
    bounds: null,
  }
  let content: string
  try {
    content = await readFile(path, 'utf8')
  } catch {
    return empty
  }
  try {
    return fileSchema.parse(JSON.parse(content))
  } catch {
    await rename(path, `${path}.unreadable`)
    return empty
  }
}
