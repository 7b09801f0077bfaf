import { createHash } from 'node:crypto'

const uuid = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** The identifier of a record that a file names: its own UUID where it has one, else one that is made from the name. */
export function idOfName(kind: string, name: string): string {
  return uuid.exec(name)?.[1]?.toLowerCase() ?? derivedId(kind, name)
}

/** The UUID of an IRI `urn:uuid:…`; null for any other. */
export function uuidOf(iri: string): string | null {
  return uuid.exec(iri)?.[1]?.toLowerCase() ?? null
}

/** A UUID of version 8 (RFC 9562) from the SHA-256 of what names a record: the same names give the same one. */
export function derivedId(...names: string[]): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify(['stet-import', ...names]))
    .digest()
    .subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
