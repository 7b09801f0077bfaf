import type { Block, Span } from '../../../shared/document/from-blocks.js'
import { nothingFound } from './found-record.js'
import type { FormattedText } from './read-format.js'

const timing = /^\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})/

/**
 * The cues of subtitles, each a paragraph after its starting time, as a transcript has them. Null when there is none.
 */
export function readSubtitles(text: string): FormattedText | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const blocks: Block[] = []
  let language: string | null = null
  for (let at = 0; at < lines.length; at++) {
    language ??= /^Language:\s*(\S+)/i.exec(lines[at]!)?.[1] ?? null
    const start = timing.exec(lines[at]!)?.[1]
    if (!start) continue
    const cue: string[] = []
    while (lines[at + 1]?.trim() && !timing.test(lines[at + 1]!)) cue.push(lines[++at]!)
    // The number of the next cue, where no blank line parts the two.
    if (timing.test(lines[at + 1] ?? '') && /^\d+$/.test(cue.at(-1)?.trim() ?? '')) cue.pop()
    const spans = cueSpans(cue.join('\n'))
    if (spans.some((span) => span.text.trim())) {
      blocks.push({ kind: 'paragraph', spans: [{ text: `[${shortTime(start)}] `, code: true }, ...spans] })
    }
  }
  if (!blocks.length) return null
  const notices = ['The time in brackets before each passage is when its subtitle begins.']
  return { blocks, record: { ...nothingFound, language }, notices }
}

/** To the second; hours only where there are any. */
function shortTime(time: string): string {
  const [whole = ''] = time.split(/[.,]/, 1)
  return whole.replace(/^0+:(?=\d+:)/, '')
}

/** Tags for looks and for speakers (`<v Ann>`); positions such as `{\an8}` are left out. */
function cueSpans(cue: string): Span[] {
  const spans: Span[] = []
  const look = { em: false, strong: false }
  for (const [piece] of cue.replace(/\{\\[^}]*\}/g, '').matchAll(/<[^<>]{0,200}>|[^<]+|</g)) {
    const tag = /^<(\/?)([a-z]+)(?:\.[^\s>]*)?(?:\s+([^>]*))?>$/i.exec(piece)
    if (tag) {
      if (tag[2] === 'i') look.em = !tag[1]
      if (tag[2] === 'b') look.strong = !tag[1]
      if (tag[2] === 'v' && tag[3]) spans.push({ text: `${tag[3].trim()}: ` })
    } else if (!/^<\d[\d:.]*>$/.test(piece)) spans.push({ ...look, text: unescaped(piece) })
  }
  return spans
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '', rlm: '' }

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_all, name: string) => entities[name] ?? '')
}
