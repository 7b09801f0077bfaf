import { documentOf } from '../../shared/document/sections.js'
import { sourceSchema } from '../../shared/document/schema.js'
import type { SourceImport } from '../../shared/domain/case.js'
import type { ClaimFields } from '../../shared/domain/claim.js'
import type { Command } from '../../shared/domain/command.js'
import type { Finding } from '../../shared/domain/finding.js'

/** An identifier that is told apart by its number. */
export const idOf = <T extends string>(number: number): T =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as T

/** Identifiers one after the other. */
export const idsFrom = (first: number) => () => idOf<string>(first++)

/** An instant, `seconds` after the first of the tests. */
export const instant = (seconds = 0): string =>
  new Date(Date.UTC(2026, 1, 3, 9) + seconds * 1000).toISOString()

export const someText = 'On Tuesday the mayor spoke.\nOn Wednesday the same mayor 🙂 denied it.'

/** A text on its way into a case: a paragraph a line. */
export function importOf(text: string, title = 'Some text', original?: Uint8Array): SourceImport {
  const paragraph = (line: string) =>
    sourceSchema.node('paragraph', null, line ? sourceSchema.text(line) : [])
  return {
    record: {
      title,
      author: null,
      publisher: null,
      published: null,
      url: null,
      accessed: null,
      kind: 'unspecified',
      reliability: null,
      credibility: null,
    },
    fileName: `${title}.txt`,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    original: original ?? new TextEncoder().encode(text),
    partStart: 0,
    partEnd: text.length,
    text,
    document: documentOf(text.split('\n').map(paragraph)).toJSON(),
  }
}

/** ProseMirror JSON of a note of one paragraph. */
export function noteBody(text: string): unknown {
  return { type: 'doc', content: [{ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) }] }
}

export function findingOf(fingerprint: string, source: string, ...ranges: [number, number][]): Finding {
  return {
    rule: 'weekday',
    category: 'weekday-mismatch',
    severity: 'likely',
    message: 'Two weekdays for one day',
    explanation: {
      reason: 'They differ',
      resolved: [],
      arithmetic: [],
      assumptions: [],
      settle: 'A calendar',
    },
    fingerprint,
    spans: ranges.map(([start, end]) => ({ source, start, end, quote: someText.slice(start, end) })),
    suggests: 'contradicts',
  }
}

export const addClaim = (
  id: number,
  start = 3,
  end = 10,
  fields: Partial<ClaimFields> = {},
  source = 1,
): Command => ({
  do: 'add-claim',
  id: idOf(id),
  sourceId: idOf(source),
  start,
  end,
  fields,
})

export const writeNote = (id: number, claim: number, text: string): Command => ({
  do: 'write-note',
  id: idOf(id),
  claimId: idOf(claim),
  body: noteBody(text),
  visibility: 'internal',
})
