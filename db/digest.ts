import { hash } from 'node:crypto'
import { canonicalJson } from '../shared/domain/canonical-json.js'

/** The SHA-256 of bytes, or of a string in UTF-8, in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex')
}

/** An id for the second of two things that have one: the same for the same id and words that tell it apart, everywhere. */
export function derivedId(id: string, words: string): string {
  return sha256(`${id}\n${words}`)
    .slice(0, 32)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5')
}

/** The SHA-256 over the canonical JSON of a record: the same for equal records, whatever the order of their keys. */
export function contentHash(record: unknown): string {
  return sha256(canonicalJson(record))
}
