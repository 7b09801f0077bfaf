import type { Pieces } from '../pieces.js'

/** One part of a package: its name in it and its text. Parts may only be taken in their order, each once. */
export interface PackagePart {
  name: string
  content: string | Pieces
  /** Whether it is stored as it is, where others are compressed. */
  isStored?: true
}
