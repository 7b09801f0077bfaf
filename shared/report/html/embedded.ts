import { z } from 'zod'
import type { CaseSnapshot } from '../../domain/case.js'
import { caseScaleOf } from '../../domain/case-scale.js'
import { keptEdtfSchema } from '../../domain/edtf.js'
import { instantSchema, sha256Schema, sourceIdSchema, textVersionIdSchema } from '../../domain/ids.js'
import { signOffSchema } from '../../domain/review.js'
import { mediaTypes, sourceRecordSchema } from '../../domain/source.js'
import { verdictScaleSchema } from '../../domain/verdict-scale.js'
import { annotationCollection, type AnnotationOptions } from '../json-ld.js'
import { jsonValuesIn, mostJsonValues } from '../json-values.js'
import type { LogExtract } from '../log-extract.js'
import { safeJson } from '../safe-json.js'
import { Html } from './escape.js'
import { each, flow, type Flow } from './flow.js'

const embeddedSourceSchema = sourceRecordSchema.extend({
  published: keptEdtfSchema.nullable(),
  accessed: keptEdtfSchema.nullable(),
  id: sourceIdSchema,
  fileName: z.string().max(1000).nullable(),
  mediaType: z.enum(mediaTypes),
  originalSha256: sha256Schema,
  version: z.object({
    id: textVersionIdSchema,
    number: z.int().positive(),
    sha256: sha256Schema,
    createdAt: instantSchema,
  }),
  text: z.string(),
  /** ProseMirror JSON of `text`, not checked here: whoever uses it must see that it is of this text. */
  document: z.unknown(),
})

/**
 * What a report holds for programs, beside its annotations: which case it is of, where that case's log stood and what was
 * signed in it, and the texts, so that a case can be made of the file again.
 */
export const reportDataSchema = z.object({
  format: z.literal('stet-report-data-1'),
  program: z.string(),
  generatedAt: instantSchema,
  case: z.object({ id: z.string(), title: z.string(), createdAt: instantSchema }),
  /** The last entry of the log; null where the report was not made from a case file. */
  log: z.object({ sequence: z.int().nonnegative(), hash: sha256Schema }).nullable(),
  /** What the claims are judged by. */
  scale: verdictScaleSchema,
  signOffs: z.array(
    signOffSchema.pick({
      id: true,
      name: true,
      role: true,
      claimId: true,
      signedSha256: true,
      signedAt: true,
    }),
  ),
  sources: z.array(embeddedSourceSchema),
})

export type ReportData = z.infer<typeof reportDataSchema>

/** The two blocks of data in a report's page. */
export interface EmbeddedReport {
  data: ReportData
  /** A W3C annotation collection in JSON-LD, as `reportJsonLd` writes it. */
  annotations: unknown
}

const dataId = 'stet-report'
const annotationsId = 'stet-annotations'

/** What is embedded in the report of a snapshot; nothing is in it that the snapshot does not hold. */
export function embeddedReport(
  snapshot: CaseSnapshot,
  options: AnnotationOptions,
  log: LogExtract | null,
): EmbeddedReport {
  const { info, sources, texts, signOffs, preferences } = snapshot
  const scale = caseScaleOf(preferences)
  const versions = new Map(texts.map((version) => [version.sourceId, version]))
  return {
    annotations: annotationCollection(snapshot, options),
    data: {
      format: 'stet-report-data-1',
      program: options.program,
      generatedAt: options.generatedAt,
      case: { id: info.id, title: info.title, createdAt: info.createdAt },
      log: log?.head ? { sequence: log.total, hash: log.head } : null,
      scale: { name: scale.name, verdicts: scale.verdicts },
      signOffs: signOffs.map(({ id, name, role, claimId, signedSha256, signedAt }) => {
        return { id, name, role, claimId, signedSha256, signedAt }
      }),
      sources: [...sources]
        .sort((a, b) => a.position - b.position)
        .map((source) => embeddedSource(source, versions.get(source.id)!)),
    },
  }
}

function embeddedSource(
  source: CaseSnapshot['sources'][number],
  version: CaseSnapshot['texts'][number],
): ReportData['sources'][number] {
  const { id, title, author, publisher, published, url, accessed, kind, reliability, credibility } = source
  const { fileName, mediaType, originalSha256 } = source
  const record = { title, author, publisher, published, url, accessed, kind, reliability, credibility }
  const { number, sha256, createdAt, text, document } = version
  return {
    id,
    ...record,
    ...(source.language !== undefined && { language: source.language }),
    fileName,
    mediaType,
    originalSha256,
    version: { id: version.id, number, sha256, createdAt },
    text,
    document,
  }
}

/** Two scripts that hold data and never run; what could end them early is escaped. */
export function embeddedScripts({ data, annotations }: EmbeddedReport): Flow {
  const json = (value: unknown): Flow => each(safeJson(value, 0), (piece) => new Html(piece))
  return flow`<script type="application/ld+json" id="${annotationsId}">${json(annotations)}</script>
        <script type="application/json" id="${dataId}">${json(data)}</script>`
}

/**
 * What a report's page has embedded; null for a page that is none, or whose data is not as it should be. The annotations
 * are parsed JSON and no more: what reads them must check them. Nothing of the page but these two blocks is looked at. Throws
 * what `tooMany` gives where they have more values between them than `mostJsonValues`; none is parsed then.
 */
export function readEmbedded(html: string, tooMany: () => Error): EmbeddedReport | null {
  const dataJson = jsonOf(html, 'application/json', dataId)
  const annotationsJson = jsonOf(html, 'application/ld+json', annotationsId)
  if (jsonValuesIn(dataJson) + jsonValuesIn(annotationsJson) > mostJsonValues) throw tooMany()
  const data = reportDataSchema.safeParse(parsed(dataJson))
  const annotations = parsed(annotationsJson)
  return data.success && annotations !== undefined ? { data: data.data, annotations } : null
}

/**
 * Embedded JSON has no `<`, so that the first one after its beginning ends it. The last block of that name counts; empty, which
 * is no JSON, where there is none.
 */
function jsonOf(html: string, type: string, id: string): string {
  const opening = `<script type="${type}" id="${id}">`
  const start = html.lastIndexOf(opening)
  const end = start < 0 ? -1 : html.indexOf('<', start + opening.length)
  return end < 0 ? '' : html.slice(start + opening.length, end)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}
