/** Something to choose in the palette. */
export interface PaletteEntry {
  id: string
  label: string
  /** What kind of thing it is, or where. */
  about: string
  key: string | null
  /** Why it cannot be chosen now; null when it can. */
  why: string | null
  /** How well it answers what was typed; see `fitOf`. */
  fit: number
  run: () => void
}

export interface PaletteSection {
  id: string
  title: string
  entries: readonly PaletteEntry[]
}
