/** How many bytes from the start are looked at. */
const sampleLength = 64 * 1024

/** The least share of two-byte units that must be ASCII for their NUL bytes to tell the order of the bytes. */
const leastAscii = 0.1

export type WideEncoding = 'utf-16le' | 'utf-16be'

/**
 * Which UTF-16 a text without a byte order mark is, by where its NUL bytes stand: ASCII letters have one in every second place
 * and none in the others. Null for what is none: an odd number of bytes in a whole file, NUL in both places, or surrogates
 * that are not paired.
 */
export function wideWithoutMark(bytes: Uint8Array): WideEncoding | null {
  const sample = bytes.subarray(0, Math.min(bytes.byteLength, sampleLength) & ~1)
  if (sample.byteLength < 4 || bytes.byteLength % 2) return null
  const nuls: [number, number] = [0, 0]
  for (let at = 0; at < sample.byteLength; at++) if (sample[at] === 0) nuls[at & 1 ? 1 : 0]++
  const [even, odd] = nuls
  const least = (sample.byteLength / 2) * leastAscii
  const encoding = even === 0 && odd >= least ? 'utf-16le' : odd === 0 && even >= least ? 'utf-16be' : null
  return encoding && isPaired(bytes, encoding) ? encoding : null
}

function isPaired(bytes: Uint8Array, encoding: WideEncoding): boolean {
  try {
    // As a stream, so that a start of a file may end within a pair.
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
