import type { RecordBatch } from '../../../db/operations/imports/import-records.js'
import { defaultCaseScale, isSameScale } from '../../../shared/domain/case-scale.js'
import type { Outcome, SourceImport } from '../../../shared/domain/case.js'
import type { Command } from '../../../shared/domain/command.js'
import type { SourceId } from '../../../shared/domain/ids.js'
import type { ClaimsPreview, PlaceCounts, ReportPreview } from '../../../shared/domain/record-import.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import { counted } from '../../workers/import/notices.js'
import type { IncomingReport, SealState } from '../../workers/interchange/read-report.js'
import { PlacedClaims, type KnownRecords, type PlacePassages } from './record-batch.js'

type Awaitable<T> = T | Promise<T>

/** A case without sources that a report is put into. */
export interface EmptyCase {
  perform: (command: Command) => Awaitable<unknown>
  importSources: (imports: SourceImport[]) => Awaitable<Outcome>
  importRecords: (batch: RecordBatch) => Awaitable<unknown>
  read: {
    text: (id: SourceId) => Awaitable<TextVersion>
    records: () => Awaitable<KnownRecords>
  }
}

/** What came into a case: its texts, and how the places of its claims were found. */
export interface FilledCase {
  sources: number
  places: PlaceCounts
}

/**
 * Puts what a report holds into a case that has nothing yet: the scale of verdicts first, so that the claims can name theirs,
 * then the texts, then the claims. The case gets sources of its own; claims, notes and evidence keep their identifiers.
 */
export async function fillFromReport(
  into: EmptyCase,
  report: IncomingReport,
  fileName: string,
  place: PlacePassages,
): Promise<FilledCase> {
  const { scale, sources, claims } = report
  if (!isSameScale(scale, defaultCaseScale))
    await into.perform({ do: 'set-verdict-scale', scale, mapping: {} })
  const versions = sources.length ? await addedTexts(into, report) : new Map<string, TextVersion>()
  const texts = new Map<string, TextVersion>()
  for (const { key, sourceId } of claims.texts) {
    const version = sourceId === null ? undefined : versions.get(sourceId)
    if (version) texts.set(key, version)
  }
  const placed = await PlacedClaims.find(claims, texts, await into.read.records(), place)
  await into.importRecords(placed.batch(fileName, true))
  return { sources: sources.length, places: placed.counts() }
}

/** The texts as the case has them now, by the identifiers that their sources had in the report. */
async function addedTexts(into: EmptyCase, { sources }: IncomingReport): Promise<Map<string, TextVersion>> {
  const { changes } = await into.importSources(sources.map(({ text }) => text))
  const added = changes.flatMap(({ kind, after }) => (kind === 'source' && after ? [after.id] : []))
  const versions = new Map<string, TextVersion>()
  for (const [index, { id }] of sources.entries()) versions.set(id, await into.read.text(added[index]!))
  return versions
}

/** What was made of a report, for a person. */
export function filledInWords({ sources, places }: FilledCase): string {
  const { exact, searched, orphan, unplaced } = places
  return [
    `Made a case of ${counted(sources, 'text')} and ${counted(exact + searched + orphan, 'claim')}.`,
    orphan ? ` ${orphan} of them not in the text.` : '',
    unplaced ? ` ${counted(unplaced, 'claim')} left out: the report does not hold their text.` : '',
  ].join('')
}

/** What a page's seal says, where that is not that the page is as it was saved. */
export const sealNotices: Record<Exclude<SealState, 'unaltered'>, string> = {
  altered: 'The file was changed after Stet saved it: it may say something else than the report did.',
  none: 'The file has no seal: nothing tells whether it is as it was saved.',
}

/** What a person should know before a report is taken for a case, each a sentence. */
export function reportNotices({ seal, signatures, claims: { skipped } }: IncomingReport): string[] {
  return [
    ...(seal === 'unaltered' ? [] : [sealNotices[seal]]),
    'A report holds the current texts, not the files that they were read from, nor earlier versions, findings and the log. What was withheld from it stays withheld.',
    ...(skipped.length
      ? [`${counted(skipped.length, 'thing')} of its claims not taken over, such as what colleagues judged.`]
      : []),
    ...(signatures
      ? [
          `${counted(signatures, 'signature')} not taken over: signatures stay with the case that they are over. What was signed off comes as reviewed.`,
        ]
      : []),
  ]
}

/** What a person is shown of a report; `claims` is null where no case is open to import them into. */
export function reportPreview(report: IncomingReport, claims: ClaimsPreview | null): ReportPreview {
  const { title, madeAt, program, seal, sources } = report
  return {
    kind: 'report',
    title,
    madeAt,
    program,
    seal,
    sources: sources.length,
    count: report.claims.claims.length,
    notices: reportNotices(report),
    claims,
  }
}
