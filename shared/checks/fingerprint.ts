/**
 * A hash of 64 bits in base 36, from two 32-bit FNV-1a passes with different offsets and a final mix (murmur3's). Not
 * cryptographic: it names findings and cache entries, and whoever uses it as a key compares the text as well.
 */
export function contentHash(text: string): string {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ (code + at), 0x85ebca6b)
    b = (b << 13) | (b >>> 19)
  }
  return mixed(a ^ text.length) + mixed(b)
}

/** Spreads the bits of a 32-bit number (the finaliser of MurmurHash3) and writes it in seven base-36 digits. */
function mixed(hash: number): string {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0).toString(36).padStart(7, '0')
}

/**
 * The fingerprint of a finding: its category and the evidence without regard to case, white space and quotation marks,
 * but with its context, so that "Sometime after." in two places makes two findings. 128 bits: two halves of 64.
 */
export function fingerprintOf(category: string, evidence: readonly string[]): string {
  const text = [category, ...evidence.map(normalised)].join('\u0001')
  return contentHash(text) + contentHash(`${text}\u0002`)
}

function normalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/[“”„«»"]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}
