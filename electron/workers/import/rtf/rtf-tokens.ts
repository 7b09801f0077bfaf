/** A piece of an RTF file. */
export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  /** `\b0` is the word `b` with 0; null without a number. */
  | { kind: 'word'; word: string; value: number | null }
  /** `\~`, `\*` and the like. */
  | { kind: 'symbol'; symbol: string }
  /** Bytes in the encoding of the font, as Latin-1. */
  | { kind: 'bytes'; bytes: string }

const pattern = /\\(?:([a-z]{1,32})(-?\d{1,10})? ?|'([0-9a-f]{2})|([\s\S]))|([{}])|[^\\{}\r\n]+|[\r\n]+/giy

/** The pieces of an RTF file given as Latin-1; line breaks in it mean nothing, and binary data is passed over. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  const scan = new RegExp(pattern)
  for (let match = scan.exec(source); match; match = scan.exec(source)) {
    const [piece, word, value, hex, symbol, brace] = match
    if (word !== undefined) {
      if (word === 'bin') scan.lastIndex += Math.max(Number(value ?? 0), 0)
      else yield { kind: 'word', word, value: value === undefined ? null : Number(value) }
    } else if (hex !== undefined)
      yield { kind: 'bytes', bytes: String.fromCharCode(Number.parseInt(hex, 16)) }
    else if (symbol !== undefined) yield { kind: 'symbol', symbol }
    else if (brace !== undefined) yield { kind: brace === '{' ? 'open' : 'close' }
    else if (!/^[\r\n]/.test(piece)) yield { kind: 'bytes', bytes: piece }
  }
}

/** Windows' code pages by the character set of a font. */
export const codePages: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'cp949',
  130: 'cp949',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
  255: 'cp437',
}

/** Words that stand for a letter. */
export const letters: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
])

/** Groups that hold no text of the document. */
export const silent: ReadonlySet<string> = new Set(
  (
    'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf ftnsep ' +
    'ftnsepc ftncn aftnsep aftnsepc aftncn themedata colorschememapping latentstyles datastore xmlnstbl listtable ' +
    'listoverridetable rsidtbl generator filetbl revtbl annotation atnid atnauthor atntime atnref bkmkstart bkmkend ' +
    'tc tcn xe nonshppict fldtype private template operator comment nextfile pgdsctbl objdata result'
  ).split(' '),
)
