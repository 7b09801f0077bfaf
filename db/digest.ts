import { hash } from 'node:crypto'
import { canonicalJson } from '../shared/domain/canonical-json.js'

/** The SHA-256 of bytes, or of a string in UTF-8, in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex')
}

/** The SHA-256 over the canonical JSON of a record: the same for equal records, whatever the order of their keys. */
export function contentHash(record: unknown): string {
  return sha256(canonicalJson(record))
}
