/** Numbers from 0 to below `limit`, the same ones for the same seed. */
export type Random = (limit: number) => number

/** A generator of 32 bits (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** A copy of a file that was harmed in one to eight places, or cut short. */
export function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  let copy: Uint8Array = bytes.slice()
  for (let harm = random(8); harm >= 0; harm--) copy = harmed(copy, random)
  return copy
}

function harmed(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes.byteLength < 2) return bytes
  const at = random(bytes.byteLength)
  const length = 1 + random(Math.min(64, bytes.byteLength - at))
  switch (random(6)) {
    case 0:
      bytes[at] = bytes[at]! ^ (1 << random(8))
      return bytes
    case 1:
      return bytes.map((byte, index) => (index >= at && index < at + length ? random(256) : byte))
    case 2:
      return joined(bytes.slice(0, at), bytes.slice(at + length))
    case 3:
      return joined(bytes.slice(0, at + length), bytes.slice(at))
    case 4:
      return joined(bytes.slice(0, at), bytes.slice(random(bytes.byteLength)).slice(0, 256), bytes.slice(at))
    default:
      return random(8) ? bytes.fill(255 * random(2), at, at + length) : bytes.slice(0, at)
  }
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
