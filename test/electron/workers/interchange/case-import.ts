import type { CaseStore } from '../../../../db/case-store.js'
import { sha256 } from '../../../../db/digest.js'
import { PlacedClaims } from '../../../../electron/service/imports/record-batch.js'
import type { Verdicts } from '../../../../electron/workers/interchange/exported-scale.js'
import type { IncomingClaims } from '../../../../electron/workers/interchange/incoming.js'
import { matchTexts } from '../../../../electron/workers/interchange/match-texts.js'
import { placePassages } from '../../../../electron/workers/interchange/place-passages.js'
import { readRecords } from '../../../../electron/workers/interchange/read-records.js'
import { defaultScale } from '../../../../shared/domain/preset-scales.js'
import type { SourceId } from '../../../../shared/domain/ids.js'
import { anyReading, type PlaceCounts, type TableReading } from '../../../../shared/domain/record-import.js'
import type { TextVersion } from '../../../../shared/domain/source.js'
import { instant } from '../../../db/case-fixture.js'

let made = 500_000
const newId = () => `00000000-0000-4000-8000-${(made++).toString(16).padStart(12, '0')}`

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Reads a text as a file of that name. */
export function read(
  text: string | Uint8Array,
  name = 'file.jsonld',
  reading: TableReading = anyReading,
  verdicts: Verdicts = defaultScale.verdicts,
) {
  const bytes = typeof text === 'string' ? bytesOf(text) : text
  return readRecords({ name, bytes, encoding: null }, verdicts, reading)
}

/** Reads a text that is a file of claims. */
export async function readClaims(
  text: string,
  name?: string,
  reading?: TableReading,
  verdicts?: Verdicts,
): Promise<IncomingClaims> {
  const records = await read(text, name, reading, verdicts)
  if (records.kind !== 'claims') throw new Error('No claims')
  return records
}

/** The error that reading is refused with. */
export async function refusalOf(text: string | Uint8Array, name?: string) {
  try {
    await read(text, name)
  } catch (error) {
    return error as Error & { kind: string }
  }
  throw new Error('Not refused')
}

export interface ImportOptions {
  keepOrphans?: boolean
  /** The source for every text that is not recognised. */
  otherwise?: SourceId
  name?: string
}

/** Imports claims into a case, each text into the source that it is taken for. */
export async function importInto(store: CaseStore, incoming: IncomingClaims, options: ImportOptions = {}) {
  const known = store.sourceTexts().map(({ source, text }) => ({ source, textSha256: sha256(text) }))
  const texts = new Map<string, TextVersion>()
  for (const { key, sourceId } of matchTexts(incoming.texts, new Map(), known)) {
    const id = sourceId ?? options.otherwise
    if (id) texts.set(key, store.text(id))
  }
  const placed = await PlacedClaims.find(incoming, texts, store.records(), placePassages)
  const batch = placed.batch(options.name ?? 'file.jsonld', options.keepOrphans ?? true)
  const outcome = store.importRecords(batch, newId, 'Ada', instant(500))
  return { counts: placed.counts() satisfies PlaceCounts, preview: placed.preview(), outcome }
}
