import type { Block } from '../../../../shared/document/from-blocks.js'
import type { ChangesOf, ChangesReading } from '../../../../shared/domain/import-preview.js'
import { docxBlocks, flatSpans, paragraphCount, type DocxContext } from './docx-body.js'
import { DocxNumbering, DocxPackage, DocxStyles, type Relationship } from './docx-parts.js'
import { docxComments, unplacedNotice } from './docx-comments.js'
import { changesIn, DocxRevisions } from './docx-revisions.js'
import { foundRecord } from '../found-record.js'
import { changesNotices, counted, datesNotice } from '../notices.js'
import type { FormattedText } from '../read-format.js'
import { damaged, grouped, pastLimit } from '../refusals.js'
import { childOf, elementsOf, findElement, textIn, type XmlElement } from '../xml-tree.js'
import type { Archive } from '../zip-gate.js'

const mostParagraphs = 100_000

/** The text of a Word document with its structure, its tracked changes read as `changes` says; comments stand beside it. */
export async function readDocx(
  archive: Archive,
  file: string,
  changes: ChangesReading,
): Promise<FormattedText> {
  const parts = new DocxPackage(archive, file)
  const main = await parts.mainPart()
  const root = await parts.part(main)
  const body = root && findElement(root, 'body')
  if (!body) throw damaged(file, 'the part that holds its text has none')
  const paragraphs = paragraphCount(body)
  if (paragraphs > mostParagraphs) {
    throw pastLimit(file, `has ${grouped(paragraphs)} paragraphs; the limit is ${grouped(mostParagraphs)}`)
  }
  const links = await parts.relationships(main)
  const linked = async (type: string): Promise<XmlElement | null> => {
    const link = [...links.values()].find((candidate) => candidate.type === type && !candidate.external)
    return link ? parts.part(link.target) : null
  }
  const context: DocxContext = {
    styles: new DocxStyles(await linked('styles')),
    numbering: new DocxNumbering(await linked('numbering')),
    links,
    counts: { hidden: 0, embedded: 0 },
    revisions: new DocxRevisions(changes),
    commented: new Set(),
    notes: [],
  }
  const text = docxBlocks(body, context)
  const notes = await noteBlocks(context, parts, links)
  const blocks: Block[] = notes.blocks.length ? [...text, { kind: 'rule' }, ...notes.blocks] : text
  const by = changesIn([body, ...notes.roots])
  const comments = docxComments(await linked('comments'))
  const counts = { ...sumOf(by), comments: comments.size }
  return {
    blocks,
    ...(await coreProperties(parts)),
    notices: [
      ...changesNotices(counts, changes),
      ...unplacedNotice(comments, blocks),
      ...noticesOf(context),
      ...runningNotice(await runningHeads(context, parts)),
      ...(await dateNotices(parts)),
    ],
    changes: by.length ? { read: changes, by } : null,
    comments,
  }
}

function sumOf(by: readonly ChangesOf[]): { inserted: number; deleted: number } {
  return by.reduce(
    (sum, one) => ({ inserted: sum.inserted + one.inserted, deleted: sum.deleted + one.deleted }),
    { inserted: 0, deleted: 0 },
  )
}

/** The notes in the order of their marks; a note may itself refer to another. */
async function noteBlocks(
  context: DocxContext,
  parts: DocxPackage,
  links: ReadonlyMap<string, Relationship>,
): Promise<{ blocks: Block[]; roots: XmlElement[] }> {
  const roots: XmlElement[] = []
  const byId = new Map<string, { note: XmlElement; links: ReadonlyMap<string, Relationship> }>()
  for (const kind of ['footnote', 'endnote']) {
    const part = [...links.values()].find(({ type, external }) => type === `${kind}s` && !external)
    const root = part ? await parts.part(part.target) : null
    if (!part || !root) continue
    roots.push(root)
    const own = await parts.relationships(part.target)
    for (const note of elementsOf(root, kind)) byId.set(`${kind} ${note.attributes.id}`, { note, links: own })
  }
  const blocks: Block[] = []
  const known = new Set<string>()
  for (let index = 0; index < context.notes.length; index++) {
    const key = context.notes[index]!
    const found = byId.get(key)
    if (!found || known.has(key)) continue
    known.add(key)
    const spans = flatSpans(docxBlocks(found.note, { ...context, links: found.links }))
    blocks.push({ kind: 'paragraph', spans: [{ text: `[${index + 1}] ` }, ...spans] })
  }
  return { blocks, roots }
}

/** What the heads and feet of the pages say, each once; page numbers alone say nothing. */
async function runningHeads(context: DocxContext, parts: DocxPackage): Promise<Set<string>> {
  const said = new Set<string>()
  const apart = { ...context, counts: { hidden: 0, embedded: 0 }, commented: new Set<string>(), notes: [] }
  for (const { type, target, external } of context.links.values()) {
    if (external || (type !== 'header' && type !== 'footer')) continue
    const root = await parts.part(target)
    const spans = root ? flatSpans(docxBlocks(root, apart)) : []
    const text = spans
      .map((span) => span.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
    if (/\p{L}/u.test(text)) said.add(text)
  }
  return said
}

function runningNotice(said: ReadonlySet<string>): string[] {
  if (!said.size) return []
  const named = [...said].slice(0, 3).map((text) => `“${text.slice(0, 80)}${text.length > 80 ? '…' : ''}”`)
  const more = said.size > named.length ? ` and ${said.size - named.length} more` : ''
  return [`Left out: the running heads and feet of its pages, ${named.join(', ')}${more}.`]
}

function noticesOf({ counts }: DocxContext): string[] {
  const notices: string[] = []
  if (counts.hidden) notices.push(`Left out: ${counted(counts.hidden, 'hidden passage')}.`)
  if (counts.embedded) notices.push(`Not read: ${counted(counts.embedded, 'embedded file')}.`)
  return notices
}

async function coreElement(parts: DocxPackage): Promise<XmlElement | null> {
  const link = [...(await parts.relationships('')).values()].find(({ type }) => type === 'core-properties')
  return parts.part(link?.target ?? 'docProps/core.xml')
}

async function coreProperties(parts: DocxPackage): Promise<Pick<FormattedText, 'record'>> {
  const core = await coreElement(parts)
  const value = (name: string): string | null => (core ? textIn(childOf(core, name)) : null)
  return {
    record: foundRecord({ title: value('title'), author: value('creator'), language: value('language') }),
  }
}

async function dateNotices(parts: DocxPackage): Promise<string[]> {
  const core = await coreElement(parts)
  const day = (name: string): string | undefined =>
    /^\d{4}-\d{2}-\d{2}/.exec(core ? textIn(childOf(core, name)).trim() : '')?.[0]
  return datesNotice(day('created'), day('modified'))
}
