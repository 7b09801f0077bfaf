/** Code units up to here have an entry in the table of `foldUnit`: general punctuation and the ideographic space too. */
const tableEnd = 0x3001

const variants: readonly (readonly [string, string])[] = [
  ['"', '“”„‟«»″'],
  ["'", '‘’‚‛‹›′`´'],
  ['-', '‐‑‒–—―−'],
  [
    ' ',
    '\t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u3000',
  ],
]

const table = makeTable()

/**
 * A UTF-16 code unit without regard to case, the kind of white space, quotation mark or dash. One unit for one, so that
 * offsets stay what they are.
 */
export function foldUnit(unit: number): number {
  return unit < tableEnd ? table[unit]! : unit
}

/** Every unit of a text folded; offsets are those of the text. */
export function foldUnits(text: string): Uint16Array {
  const folded = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) folded[at] = foldUnit(text.charCodeAt(at))
  return folded
}

/**
 * A text as it reads: composed (NFKC), in lower case, white space as single spaces, one kind of quotation mark and of
 * dash, without soft hyphens and marks of no width. Offsets are not kept. Linear.
 */
export function foldText(text: string): string {
  const composed = isAscii(text)
    ? text
    : text.normalize('NFKC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
  return composed
    .toLowerCase()
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛‹›′`´]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether a text has ASCII alone. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

function makeTable(): Uint16Array {
  const made = new Uint16Array(tableEnd)
  for (let unit = 0; unit < tableEnd; unit++) {
    const lower = unit < 0x600 ? String.fromCharCode(unit).toLowerCase() : ''
    made[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit
  }
  for (const [plain, others] of variants) {
    for (const other of others) made[other.charCodeAt(0)] = plain.charCodeAt(0)
  }
  return made
}
