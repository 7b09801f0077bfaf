import { isWebAddress } from '../../domain/web-address.js'
import type { Pieces } from '../pieces.js'

/** Whether a text may hold anything that is escaped in Markdown; most words and dates do not. */
const mayMean = /[\\`*_[\]{}<>&#|~$@\0\r\n\u2028\u2029\v\f\uD800-\uDFFF]|:\/\/|[wW]{3}\./

/**
 * Text within a line of Markdown. Whatever could be a mark, a link or HTML is escaped, and a line break becomes a space,
 * so that the text can neither begin a block nor leave its line. Braces are no marks of CommonMark, but tools that build pages
 * take them for attributes, or for code of theirs.
 */
export function inline(text: string): string {
  if (!mayMean.test(text)) return text
  return text
    .replace(/\0|\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\\`*_[\]{}<>&#|~$@]|(?<=\{)%|:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/[ \t]*[\r\n\u2028\u2029\v\f]\s*/g, ' ')
}

/** The same at the beginning of a line, where more can begin a block: a list, a rule, an underline, indented code. */
export function block(text: string): string {
  return inline(text)
    .trimStart()
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}

export function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${inline(text)}`
}

/** A list of finished lines. */
export function lines(entries: readonly string[]): string {
  return entries.map((line) => `- ${line}`).join('\n')
}

/** The same a line at a time. */
export function* eachLine<T>(entries: Iterable<T>, line: (entry: T) => string): Pieces {
  let before = '- '
  for (const entry of entries) {
    yield before + line(entry)
    before = '\n- '
  }
}

/** Every line of finished Markdown behind a prefix. */
export function prefixed(prefix: string, markdown: string): string {
  return markdown.replace(/^/gm, prefix)
}

/** A link to a web or mail address; any other address as text. */
export function address(url: string): string {
  return isWebAddress(url) && /^[^\s<>\p{Cc}\p{Surrogate}]+$/u.test(url) ? `<${url}>` : inline(url)
}
