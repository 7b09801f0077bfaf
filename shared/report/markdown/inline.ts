import { isWebAddress } from '../../document/note-schema.js'
import type { NoteBlock, NoteRun } from '../note-blocks.js'

/**
 * Text within a line of Markdown: every character that could be a mark is escaped, and a line break becomes a space, so
 * that text can neither begin a block nor leave its line.
 */
export function inline(text: string): string {
  return text
    .replace(/\0|\p{Surrogate}/gu, '\uFFFD')
    .replace(/[!-/:-@[-`{-~]/g, escaped)
    .replace(/\s*[\r\n\u2028\u2029\v\f]\s*/g, ' ')
}

/** Punctuation that reads as itself is left alone, so that the source stays legible. */
function escaped(character: string): string {
  return /[\\`*_{}[\]()#+\-.!|<>~&$=^:@"']/.test(character) && !/[,;?%/'".:]/.test(character)
    ? `\\${character}`
    : character
}

export function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${inline(text)}`
}

/** A list of finished lines; `none` stands for an empty one. */
export function lines(entries: readonly string[], none = ''): string {
  return entries.length ? entries.map((line) => `- ${line}`).join('\n') : none
}
