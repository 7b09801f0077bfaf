import type { ClaimCard } from './claim-cards.js'
import { CommentEdges, commentXml, evidenceLine } from './docx/comments.js'
import {
  contentTypes,
  coreProperties,
  documentRelations,
  numbering,
  packageRelations,
  styles,
  wordNamespace,
  xmlHead,
} from './docx/fixed-parts.js'
import { ListNumbers, textXml } from './docx/text.js'
import { paragraph, run, table } from './docx/wordprocessing.js'
import type { FindingEntry } from './finding-entries.js'
import type { Place } from './places.js'
import { readableDate, readableInstant } from './readable-date.js'
import type { ReportModel, SourceEntry } from './report-model.js'
import { leavesOf } from './text-blocks.js'

/** One part of a package: its name in it and its XML. */
export interface PackagePart {
  name: string
  content: string
}

/**
 * The report as the parts of a Word document: the clean text of each source with a comment a claim, then the tables of the
 * report. A claim whose quote is not in the current text stands in the tables only.
 */
export function reportDocx(model: ReportModel): PackagePart[] {
  const { title, checker, generatedAt, cards } = model
  const segments = model.sources.flatMap(({ blocks }) => leavesOf(blocks)).flatMap((leaf) => leaf.segments)
  const edges = new CommentEdges(segments)
  const lists = new ListNumbers()
  const body = bodyXml(model, edges, lists)
  const comments = edges.numbers.map((number) => commentXml(cards[number - 1]!, checker, generatedAt))
  return [
    { name: '[Content_Types].xml', content: contentTypes },
    { name: '_rels/.rels', content: packageRelations },
    {
      name: 'docProps/core.xml',
      content: coreProperties(`Fact-check report: ${title}`, checker, generatedAt),
    },
    {
      name: 'word/document.xml',
      content: `${xmlHead}<w:document ${wordNamespace}><w:body>${body}</w:body></w:document>`,
    },
    { name: 'word/_rels/document.xml.rels', content: documentRelations },
    { name: 'word/styles.xml', content: styles },
    { name: 'word/numbering.xml', content: numbering(lists.starts) },
    {
      name: 'word/comments.xml',
      content: `${xmlHead}<w:comments ${wordNamespace}>${comments.join('')}</w:comments>`,
    },
  ]
}

function bodyXml(model: ReportModel, edges: CommentEdges, lists: ListNumbers): string {
  return [
    paragraph(run(`Fact-check report: ${model.title}`), 'Title'),
    paragraph(run(byline(model))),
    heading(1, 'Annotated text'),
    ...model.sources.flatMap(({ number, record, blocks }) => [
      heading(2, `S${number} ${record.title}`),
      textXml(blocks, edges, lists),
    ]),
    heading(1, 'Must fix'),
    claimTable(model.mustFix, 'Nothing.'),
    heading(1, 'Claims'),
    claimTable(model.cards, 'None marked yet.'),
    heading(1, 'Findings'),
    findingTable([...model.findings, ...model.dismissed]),
    heading(1, 'Sources'),
    sourceTable(model.sources),
    heading(1, 'Method'),
    paragraph(run(model.method.can)),
    paragraph(run(model.method.cannot)),
    heading(1, 'Sign-off'),
    signOffTable(model.signOff),
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1134" w:bottom="1361" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>',
  ].join('')
}

const heading = (level: number, text: string): string => paragraph(run(text), `Heading${level}`)

function byline({ checker, generatedAt, program, notesLeftOut, claimsLeftOut }: ReportModel): string {
  return [
    `Checked by ${checker || 'somebody not named'}. Made on ${readableInstant(generatedAt)} with ${program}.`,
    ...(claimsLeftOut
      ? [`Claims left out of this report: ${claimsLeftOut}; those in it are numbered anew.`]
      : []),
    ...(notesLeftOut ? [`Internal notes left out of this report: ${notesLeftOut}.`] : []),
  ].join(' ')
}

function claimTable(cards: readonly ClaimCard[], none: string): string {
  if (!cards.length) return paragraph(run(none))
  const rows = cards.map(({ number, context, place, verdict, correction, anchored, evidence }) => [
    String(number),
    `${context.quote}${anchored ? '' : ' (not in the current text)'}`,
    placeName(place),
    verdict ? `${verdict.sign} ${verdict.label}` : 'No verdict yet',
    correction === '' ? 'Leave out' : (correction ?? ''),
    evidence.map(evidenceLine).join('\n'),
  ])
  return table(
    [600, 2900, 900, 1400, 2000, 1838],
    ['Claim', 'As written', 'Place', 'Verdict', 'Proposed wording', 'Evidence'],
    rows,
  )
}

function findingTable(findings: readonly FindingEntry[]): string {
  if (!findings.length) return paragraph(run('None.'))
  const rows = findings.map(({ number, message, passages, severityLabel, state, decision }) => [
    `F${number}`,
    passages.map(({ quote, place }) => `“${quote}” (${placeName(place)})`).join('\n'),
    message,
    `${severityLabel}, ${state}${decision?.reason ? `: ${decision.reason}` : ''}`,
  ])
  return table([700, 3900, 3338, 1700], ['Finding', 'As written', 'What is wrong', 'State'], rows)
}

function sourceTable(sources: readonly SourceEntry[]): string {
  if (!sources.length) return paragraph(run('None yet.'))
  const rows = sources.map(({ number, record, grade, version }) => {
    const { title, author, publisher, published, url, accessed } = record
    const cited = [author, title, publisher, published && readableDate(published), url]
    const seen = accessed && `accessed ${readableDate(accessed)}`
    return [
      `S${number}`,
      [...cited, seen].filter(Boolean).join(', '),
      grade ?? 'not graded',
      `version ${version.number}, SHA-256 ${version.sha256}`,
    ]
  })
  return table([700, 4600, 1100, 3238], ['Source', 'Citation', 'Grade', 'Text'], rows)
}

function signOffTable(lines: ReportModel['signOff']): string {
  const rows = lines.map(({ role, name, signature }) => [
    role,
    name,
    signature ? `In the case file${signature.isStale ? ' (changed since)' : ''}` : '',
    signature ? readableInstant(signature.at) : '',
  ])
  return table([2200, 2800, 2600, 2038], ['Role', 'Name', 'Signature', 'Date'], rows)
}

function placeName({ source, paragraphs }: Place): string {
  if (!source) return 'not in the case'
  if (!paragraphs) return `S${source.number}`
  const { first, last } = paragraphs
  return `S${source.number} ¶ ${first === last ? first : `${first}–${last}`}`
}
