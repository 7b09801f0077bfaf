import type { ChangesReading } from '../../../shared/domain/import-preview.js'

/** A file's bytes with the name that a person knows it by; `encoding` is null until someone has named one. */
export interface FileBytes {
  name: string
  bytes: Uint8Array
  encoding: string | null
  /** How tracked changes are read; accepted when left out. */
  changes?: ChangesReading
}
