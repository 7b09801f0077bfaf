import { claimTypes, unjudged, type ClaimFields } from '../../../shared/domain/claim.js'
import { isEdtf } from '../../../shared/domain/edtf.js'
import type { Remark, TableField, TablePreview, TableReading } from '../../../shared/domain/record-import.js'
import { confidences, statuses } from '../../../shared/domain/verdicts.js'
import { webAddressOf } from '../../../shared/domain/web-address.js'
import { cellValue } from '../../../shared/report/csv.js'
import { decode } from '../import/decode.js'
import type { FileBytes } from '../import/file-bytes.js'
import { notOpened } from '../import/refusals.js'
import { idIn } from './annotation-bodies.js'
import type { Verdicts } from './exported-scale.js'
import type { IncomingClaim, IncomingClaims, IncomingNote, TextHint } from './incoming.js'
import { derivedId, idOfName } from './named-id.js'
import { cutTo, longest } from './record-limits.js'
import { guessColumns, isOwnTable } from './table-columns.js'
import { delimiterOf, rowsOf } from './table-text.js'
import type { UnknownVerdict } from './unknown-verdicts.js'

/** Rows and characters of a cell that are shown before anything is stored. */
const shown = { rows: 5, cell: 80 }

/** Reads a table of claims, a row a claim, the first row its head. Throws as `rowsOf` and `decode` do. */
export function readTable(file: FileBytes, reading: TableReading, verdicts: Verdicts): IncomingClaims {
  const { name } = file
  const decoded = decode(file.bytes, name, reading.encoding)
  const delimiter = reading.delimiter ?? delimiterOf(decoded.text, name)
  const [head, ...rows] = rowsOf(decoded.text, delimiter, name).map((row) => row.map(cellValue))
  if (!head || rows.length === 0) {
    throw notOpened(
      name,
      'has no rows below its head',
      'A table of claims has a row of headings, and a row for each claim.',
    )
  }
  const columns = columnsOf(head, reading.columns)
  const table: TablePreview = {
    encoding: decoded.encoding,
    encodingIsSure: decoded.sure,
    delimiter,
    headings: head.map((heading) => cutTo(heading, shown.cell)),
    columns,
    rows: rows
      .slice(0, shown.rows)
      .map((row) => head.map((_heading, index) => cutTo(row[index] ?? '', shown.cell))),
    rowCount: rows.length,
  }
  return {
    ...claimsOfRows(rows, columns, { isOwn: isOwnTable(head), verdicts }),
    kind: 'claims',
    format: 'Table',
    table,
  }
}

/** A choice that was made for as many columns holds; else they are guessed. */
function columnsOf(head: readonly string[], chosen: TableReading['columns']): (TableField | null)[] {
  return chosen?.length === head.length ? chosen : guessColumns(head)
}

function claimsOfRows(rows: readonly string[][], columns: readonly (TableField | null)[], table: TableKind) {
  const skipped: Remark[] = []
  const texts = new Map<string, TextHint>()
  const times = new Map<string, number>()
  const claims: IncomingClaim[] = []
  const unknownVerdicts: UnknownVerdict[] = []
  if (!columns.includes('quote')) {
    return {
      claims,
      texts: [],
      skipped,
      unknownVerdicts: [],
      notices: ['Say which column holds the quotes: without them no claim has a place.'],
    }
  }
  for (const [index, row] of rows.entries()) {
    const reading = new RowReading(row, columns, `row ${index + 2}`, skipped, table)
    const claim = reading.claim()
    if (!claim) continue
    const text = reading.text()
    texts.set(text.key, text)
    unknownVerdicts.push(...reading.unknownVerdicts())
    claims.push({ ...claim, ...reading.named(claim, times) })
  }
  const notices = table.isOwn
    ? [
        'Exported by Stet. Evidence, findings and relations are not read back from a table; JSON-LD carries them.',
      ]
    : []
  return { claims, texts: [...texts.values()], skipped, unknownVerdicts, notices }
}

/** Whether Stet exported a table, and the verdicts of the case that it is for. */
interface TableKind {
  isOwn: boolean
  verdicts: Verdicts
}

class RowReading {
  readonly #cells = new Map<TableField, string>()
  readonly #where: string
  readonly #skipped: Remark[]
  readonly #table: TableKind

  constructor(
    row: readonly string[],
    columns: readonly (TableField | null)[],
    where: string,
    skipped: Remark[],
    table: TableKind,
  ) {
    for (const [index, field] of columns.entries()) {
      const cell = row[index] ?? ''
      if (field && cell.trim()) this.#cells.set(field, cell)
    }
    this.#where = where
    this.#skipped = skipped
    this.#table = table
  }

  claim(): Omit<IncomingClaim, 'id' | 'notes' | 'evidence' | 'isUnnamed'> | null {
    const exact = this.#cells.get('quote')
    if (!exact || exact.length > longest.quote) {
      this.#remark(exact ? `its quote is longer than ${longest.quote} characters` : 'it has no quote')
      return null
    }
    return {
      where: this.#where,
      passage: {
        text: this.text().key,
        exact,
        prefix: (this.#cells.get('prefix') ?? '').slice(-longest.context),
        suffix: cutTo(this.#cells.get('suffix') ?? '', longest.context),
        position: null,
        textDigest: null,
        paragraphs: paragraphsIn(this.#text('paragraph')),
      },
      fields: this.#fields(),
      assignee: this.#text('assignee'),
      relations: [],
      createdAt: null,
      updatedAt: null,
    }
  }

  /** Our own tables write “S2 Title”. */
  text(): TextHint {
    const cell = this.#text('source') ?? ''
    const title = (this.#table.isOwn ? cell.replace(/^S\d+ /, '') : cell) || null
    const key = cutTo(title ?? '', longest.key)
    const label = title ? cutTo(title, longest.label) : 'The table names no source'
    return {
      key,
      label,
      title,
      textDigests: [],
      fileDigest: null,
      sourceId: null,
      address: title && webAddressOf(title),
    }
  }

  /** The identifiers of the claim and its parts: of the row's own, else of the quote and how often it came before. */
  named(
    { passage, where }: Pick<IncomingClaim, 'passage' | 'where'>,
    times: Map<string, number>,
  ): Pick<IncomingClaim, 'id' | 'notes' | 'evidence' | 'isUnnamed'> {
    const own = this.#text('id')
    const quoted = JSON.stringify([passage.text, passage.exact.replace(/\s+/g, ' ').trim()])
    const count = times.get(quoted) ?? 0
    times.set(quoted, count + 1)
    const uuid = own && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(own) ? `urn:uuid:${own}` : own
    const name = uuid ?? `${quoted}#${count}`
    return {
      id: uuid ? idOfName('claim', uuid) : derivedId('row', name),
      isUnnamed: !uuid,
      notes: this.#notes(name),
      evidence: this.#evidence(name, where),
    }
  }

  /** The verdict of the row when the case has none such. */
  unknownVerdicts(): UnknownVerdict[] {
    const said = this.#unknownVerdict()
    return said === null ? [] : [{ where: this.#where, said: cutTo(said, 60) }]
  }

  #unknownVerdict(): string | null {
    const said = this.#text('verdict')
    return said === null || idIn(this.#table.verdicts, said) !== null ? null : said
  }

  #fields(): ClaimFields {
    const correction = this.#cells.get('correction') ?? null
    const claimant = this.#text('claimant')
    return {
      type: this.#inScale('type', claimTypes) ?? unjudged.type,
      claimant: claimant && cutTo(claimant, 1000),
      eventDate: this.#date(),
      eventDateInferred: /^(yes|true|1|x)$/i.test(this.#text('event-date-inferred') ?? ''),
      priority: this.#inScale('priority', priorities) ?? unjudged.priority,
      tags: this.#tags(),
      status: this.#inScale('status', statuses) ?? unjudged.status,
      verdict: this.#inScale('verdict', this.#table.verdicts),
      confidence: this.#inScale('confidence', confidences),
      correction: correction && cutTo(correction, 20_000),
    }
  }

  #date(): string | null {
    const date = this.#text('event-date')
    if (date === null || (date.length <= 100 && isEdtf(date))) return date
    this.#remark(
      `the date “${cutTo(date, 60)}” is left out: dates are written as 2022-02-24, 2022-02 or 2022`,
    )
    return null
  }

  #tags(): string[] {
    const tags = (this.#text('tags') ?? '').split(/[;,\n]/).map((tag) => cutTo(tag.trim(), longest.tag))
    return [...new Set(tags)].filter(Boolean).slice(0, longest.tags)
  }

  #notes(name: string): IncomingNote[] {
    const author = this.#text('note-author')
    return [...this.#verdictNote(name), ...this.#ownNotes(name, author)]
  }

  /** A verdict that the case has not is told to colleagues, so that it is not lost. */
  #verdictNote(name: string): IncomingNote[] {
    const said = this.#unknownVerdict()
    if (said === null) return []
    const text = cutTo(`Verdict in the table: ${said}`, longest.note)
    const id = derivedId('row-verdict', name)
    return [{ id, text, visibility: 'internal', author: null, createdAt: null, updatedAt: null }]
  }

  #ownNotes(name: string, author: string | null): IncomingNote[] {
    return (['note', 'public-note'] as const).flatMap((field) => {
      const cell = this.#cells.get(field)
      if (!cell) return []
      const found = this.#table.isOwn ? notesIn(cell) : [{ text: cell.trim(), author: null }]
      return found.map((note, index): IncomingNote => ({
        id: derivedId('row-note', name, field, String(index)),
        text: cutTo(note.text, longest.note),
        visibility: field === 'note' ? 'internal' : 'public',
        author: note.author ?? (author && cutTo(author, 200)),
        createdAt: null,
        updatedAt: null,
      }))
    })
  }

  #evidence(name: string, where: string): IncomingClaim['evidence'] {
    const addresses = (this.#text('evidence-url') ?? '').split(/[\s;]+/).filter(Boolean)
    return addresses.flatMap((typed, index) => {
      const url = webAddressOf(typed)
      if (!url) {
        this.#skipped.push({
          where,
          message: `“${cutTo(typed, 60)}” is left out: it is no address of the web`,
        })
        return []
      }
      const unknown = { archivedUrl: null, accessed: null, quote: null, reliability: null, credibility: null }
      const fields = { stance: 'context' as const, title: cutTo(url, 1000), url, ...unknown }
      return [
        {
          id: derivedId('row-evidence', name, String(index)),
          fields,
          passage: null,
          createdAt: null,
          updatedAt: null,
        },
      ]
    })
  }

  #inScale<T extends string>(field: TableField, scale: readonly { id: T; label: string }[]): T | null {
    const said = this.#text(field)
    const id = idIn(scale, said)
    if (said !== null && id === null) {
      const known = scale.map(({ label }) => label).join(', ')
      const becomes = field === 'verdict' ? 'is kept in an internal note' : 'is left out'
      this.#remark(`the ${field} “${cutTo(said, 60)}” ${becomes}: it is none of ${known}`)
    }
    return id
  }

  #text(field: TableField): string | null {
    return this.#cells.get(field)?.trim() || null
  }

  #remark(message: string): void {
    this.#skipped.push({ where: this.#where, message })
  }
}

const priorities = [
  { id: 'low', label: 'Low' },
  { id: 'normal', label: 'Normal' },
  { id: 'high', label: 'High' },
] as const

/** Our own tables write notes one after the other, each with its author in brackets at its end. */
function notesIn(cell: string): { text: string; author: string | null }[] {
  const notes: { text: string; author: string | null }[] = []
  let begun = ''
  for (const part of cell.split('\n\n')) {
    begun = begun ? `${begun}\n\n${part}` : part
    const [, text, author] = /^([\s\S]*) \(([^()\n]{1,200})\)$/.exec(begun) ?? []
    if (text === undefined || author === undefined) continue
    notes.push({ text: text.trim(), author })
    begun = ''
  }
  return begun.trim() ? [...notes, { text: begun.trim(), author: null }] : notes
}

/** `3`, `3 to 4` or `3-4`. */
function paragraphsIn(said: string | null): { first: number; last: number } | null {
  const [, first, last] = /^(\d{1,7})(?:\s*(?:to|-|–)\s*(\d{1,7}))?$/.exec(said ?? '') ?? []
  return first === undefined ? null : { first: Number(first), last: Number(last ?? first) }
}
