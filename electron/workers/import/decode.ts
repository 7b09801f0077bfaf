import iconv from 'iconv-lite'
import jschardet from 'jschardet'
import { StetError } from '../../../shared/ipc/result.js'
import { wideWithoutMark } from './wide-text.js'

export interface Decoded {
  text: string
  /** A label that `decode` takes back, for example `utf-8` or `windows-1252`. */
  encoding: string
  /** False when the encoding is a guess from the letters' frequencies. */
  sure: boolean
}

/** Below this, the detector's own confidence (0 to 1) is a guess that a person should confirm. */
const sureEnough = 0.95

/** Bytes looked at by the detector. It is quadratic on some inputs, and the start of a text tells enough. */
const sampleLength = 64 * 1024

/** On short texts the detector likes encodings that hardly any file has; those guesses are not worth showing. */
const commonEncodings = new Set(
  [
    'windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257',
    'windows-1258 windows-874 iso-8859-1 iso-8859-2 iso-8859-5 iso-8859-7 iso-8859-8 iso-8859-9 iso-8859-15',
    'koi8-r koi8-u maccyrillic shift_jis euc-jp iso-2022-jp euc-kr gb2312 gb18030 gbk big5 euc-tw tis-620 ibm866',
  ].flatMap((line) => line.split(' ')),
)

/** What the detector calls by the name of Microsoft's code page, and everyone else by the name of the standard. */
const usualNames = new Map([
  ['cp932', 'shift_jis'],
  ['cp949', 'euc-kr'],
])

/** The most frequent of the old encodings, shown when there is nothing better to go by. */
const fallback = 'windows-1252'

const marks: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32le' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

/**
 * The text of a file: by its byte order mark, else as UTF-16 where its NUL bytes tell it, else as strict UTF-8, else by
 * detection; or, when a person has named one, by that encoding. Throws `unsupported` on bytes that are not text and `invalid` where the named encoding does not fit.
 */
export function decode(bytes: Uint8Array, name: string, named: string | null): Decoded {
  if (named) return decodeAs(bytes, name, named)
  const mark = marks.find(({ bytes: start }) => start.every((byte, index) => bytes[index] === byte))
  if (mark) return { text: decodeAs(bytes, name, mark.encoding).text, encoding: mark.encoding, sure: true }
  if (bytes.includes(0)) return byNuls(bytes, name)
  return asStrictUtf8(bytes) ?? byDetection(bytes, name)
}

/**
 * As `decode`, but by the encoding that the page declares when it has no byte order mark and is no sound UTF-8. What the page
 * says is sure only when every byte of it fits.
 */
export function decodeHtml(bytes: Uint8Array, name: string, named: string | null): Decoded {
  if (named) return decodeAs(bytes, name, named)
  const decoded = decode(bytes, name, null)
  if (decoded.encoding.startsWith('utf-')) return decoded
  const declared = declaredEncoding(bytes)
  if (!declared) return decoded
  const known = !declared.startsWith('utf-') && iconv.encodingExists(declared)
  const asDeclared = known ? decodeAs(bytes, name, declared) : null
  if (asDeclared && fits(bytes, asDeclared)) return asDeclared
  return { ...(decoded.sure ? decoded : (asDeclared ?? decoded)), sure: false }
}

/**
 * The encoding that a page names in its first bytes, in a `meta` tag or its XML declaration; a label for Latin-1 means
 * windows-1252, as in browsers.
 */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const label = /<(?:meta[^>]{0,400}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w:.-]{1,40})/i
    .exec(head)?.[1]
    ?.toLowerCase()
  if (!label) return null
  if (/^utf-?(8|16|32)/.test(label)) return label.replace(/^utf-?/, 'utf-')
  return /^(iso-?8859-?1|latin-?1|us-ascii|ascii)$/.test(label) ? 'windows-1252' : label
}

/** Whether all bytes mean letters in an encoding: none is without a meaning, or a control of the old 8-bit sets. */
function fits(bytes: Uint8Array, { text, encoding }: Decoded): boolean {
  if (/[\u0080-\u009f\ufffd]/.test(text)) return false
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch (thrown) {
    // A RangeError says that this decoder does not know the label, which tells nothing of the bytes.
    return thrown instanceof RangeError
  }
}

function decodeAs(bytes: Uint8Array, name: string, encoding: string): Decoded {
  if (!iconv.encodingExists(encoding)) {
    throw new StetError(
      'invalid',
      `Stet does not know the encoding “${encoding}”. Choose another for “${name}”.`,
    )
  }
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
  if (text.includes('\0')) throw notText(name)
  return { text, encoding, sure: true }
}

/** UTF-16 without a mark. The pattern is telling in a page, whose tags are ASCII, and in most texts of Latin letters. */
function byNuls(bytes: Uint8Array, name: string): Decoded {
  const encoding = wideWithoutMark(bytes)
  if (!encoding) throw notText(name)
  const decoded = decodeAs(bytes, name, encoding)
  if (controlShare(decoded.text) > 0.02) throw notText(name)
  return { ...decoded, sure: /^\s*<[!?a-z]/i.test(decoded.text) }
}

function asStrictUtf8(bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', sure: true }
  } catch {
    return null
  }
}

function byDetection(bytes: Uint8Array, name: string): Decoded {
  const guess = jschardet.detect(Buffer.from(bytes.subarray(0, sampleLength)))
  const detected = guess.encoding?.toLowerCase() ?? ''
  const label = usualNames.get(detected) ?? detected
  const known = commonEncodings.has(label) && iconv.encodingExists(label)
  const { text, encoding } = decodeAs(bytes, name, known ? label : fallback)
  if (controlShare(text) > 0.02) throw notText(name)
  return { text, encoding, sure: known && guess.confidence >= sureEnough && !text.includes('\uFFFD') }
}

/** Control characters that no text has: all but white space and the escape of old terminals. */
// oxlint-disable-next-line no-control-regex -- they are what it looks for
const controls = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g

function controlShare(text: string): number {
  const sample = text.slice(0, sampleLength)
  return (sample.match(controls)?.length ?? 0) / (sample.length || 1)
}

function notText(name: string): StetError {
  return new StetError(
    'unsupported',
    `“${name}” is not a text file, nor one of another kind that Stet knows. Save the text as .txt or .docx, or paste it.`,
  )
}
