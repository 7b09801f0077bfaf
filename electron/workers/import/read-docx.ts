import type { Block } from '../../../shared/document/from-blocks.js'
import { docxBlocks, flatSpans, paragraphCount, type DocxContext } from './docx-body.js'
import { DocxNumbering, DocxPackage, DocxStyles, type Relationship } from './docx-parts.js'
import { foundRecord } from './found-record.js'
import { changesNotices, counted, datesNotice } from './notices.js'
import type { FormattedText } from './read-format.js'
import { damaged, grouped, pastLimit } from './refusals.js'
import { childOf, elementsOf, findElement, textIn, type XmlElement } from './xml-tree.js'
import type { Archive } from './zip-gate.js'

const mostParagraphs = 100_000

/** The text of a Word document with its structure; what was deleted in tracked changes is left out, comments too. */
export async function readDocx(archive: Archive, file: string): Promise<FormattedText> {
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
  const context = contextOf(await linked('styles'), await linked('numbering'), links)
  const blocks = docxBlocks(body, context)
  const notes = await noteBlocks(context, parts, links)
  return {
    blocks: notes.length ? [...blocks, { kind: 'rule' }, ...notes] : blocks,
    ...(await coreProperties(parts)),
    notices: [...noticesOf(context, await linked('comments')), ...(await dateNotices(parts))],
  }
}

function contextOf(
  styles: XmlElement | null,
  numbering: XmlElement | null,
  links: ReadonlyMap<string, Relationship>,
): DocxContext {
  return {
    styles: new DocxStyles(styles),
    numbering: new DocxNumbering(numbering),
    links,
    counts: { inserted: 0, deleted: 0, hidden: 0, embedded: 0 },
    notes: [],
  }
}

/** The notes in the order of their marks; a note may itself refer to another. */
async function noteBlocks(
  context: DocxContext,
  parts: DocxPackage,
  links: ReadonlyMap<string, Relationship>,
): Promise<Block[]> {
  const byId = new Map<string, { note: XmlElement; links: ReadonlyMap<string, Relationship> }>()
  for (const kind of ['footnote', 'endnote']) {
    const part = [...links.values()].find(({ type, external }) => type === `${kind}s` && !external)
    const root = part ? await parts.part(part.target) : null
    if (!part || !root) continue
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
  return blocks
}

function noticesOf({ counts }: DocxContext, comments: XmlElement | null): string[] {
  const remarks = comments ? elementsOf(comments, 'comment').length : 0
  const { inserted, deleted } = counts
  const notices = changesNotices({ inserted, deleted, comments: remarks })
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
