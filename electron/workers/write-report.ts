import { createHash } from 'node:crypto'
import type { CaseSnapshot } from '../../shared/domain/case.js'
import { buildForm, type ReportOrigin } from '../../shared/report/build-form.js'
import type { ReportRequest } from '../../shared/report/forms.js'
import type { ReportMaterial } from '../../shared/report/material.js'
import { wholeOf, type Pieces } from '../../shared/report/pieces.js'
import { sealElement, sealOf, type Seal } from '../../shared/report/seal/seal.js'
import { GrowingFile } from './growing-file.js'
import { utf8Chunks } from './utf8-chunks.js'
import { writeArchive } from './zip-archive.js'

/** What a report is made from. */
export type ReportInput = [
  snapshot: CaseSnapshot,
  request: ReportRequest,
  origin: ReportOrigin,
  material: ReportMaterial,
]

/**
 * Writes a form of a report into a file that is there and empty, piece by piece, so that the form is never held whole. A web
 * page is sealed, so that it can be checked later. Of a form of pages it writes the HTML.
 */
export async function writeReport(path: string, ...input: ReportInput): Promise<void> {
  const [snapshot, request, { generatedAt, program }] = input
  const built = buildForm(...input)
  const file = new GrowingFile(path)
  try {
    if (Array.isArray(built)) await writeArchive(built, file)
    else if (request.form !== 'html') for (const bytes of utf8Chunks(built)) file.append(bytes)
    else writeSealed(built, sealOf(snapshot, request.options.claims, { generatedAt, program }), file)
  } finally {
    file.close()
  }
}

/** What a form of pages is printed from, and what the program says on each page. */
export interface ReportPages {
  html: string
  title: string
  /** How many entries the log has, and the hash of the last; null when nobody looked or there is none. */
  log: { total: number; head: string } | null
}

export function reportPages(...input: ReportInput): ReportPages {
  const [{ info }, , , { log }] = input
  const built = buildForm(...input)
  if (Array.isArray(built)) throw new RangeError('A package has no pages')
  const { total = 0, head = null } = log ?? {}
  return { html: wholeOf(built), title: info.title, log: head === null ? null : { total, head } }
}

/** What stands for a digest until it is known. */
const noDigestYet = '0'.repeat(64)

/** The seal stands in the head of the page and has the digest of all of it, which is put in last. */
function writeSealed(page: Pieces, seal: Seal, file: GrowingFile): void {
  const hash = createHash('sha256')
  const write = (pieces: Iterable<string>): void => {
    for (const bytes of utf8Chunks(pieces)) {
      hash.update(bytes)
      file.append(bytes)
    }
  }
  const head = page.next()
  if (head.done) throw new RangeError('A page without a head cannot be sealed')
  write([head.value])
  const place = file.size
  hash.update(sealElement(seal, ''))
  file.append(Buffer.from(sealElement(seal, noDigestYet)))
  write(page)
  file.overwrite(place, Buffer.from(sealElement(seal, hash.digest('hex'))))
}
