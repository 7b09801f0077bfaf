import { createHash } from 'node:crypto'
import type { CaseSnapshot } from '../../shared/domain/case.js'
import { buildForm, type ReportOrigin } from '../../shared/report/build-form.js'
import type { ReportRequest } from '../../shared/report/forms.js'
import type { ReportMaterial } from '../../shared/report/material.js'
import { sealed, sealOf } from '../../shared/report/seal/seal.js'
import { zipArchive } from './zip-archive.js'

/**
 * A form of a report: the text of its file, the bytes of a package, or the HTML of a form of pages. A web page is sealed, so
 * that it can be checked later.
 */
export function buildReportFile(
  snapshot: CaseSnapshot,
  request: ReportRequest,
  origin: ReportOrigin,
  material: ReportMaterial,
): string | Uint8Array {
  const built = buildForm(snapshot, request, origin, material)
  if (typeof built !== 'string') return zipArchive(built)
  if (request.form !== 'html') return built
  const { generatedAt, program } = origin
  return sealed(built, sealOf(snapshot, request.options.claims, { generatedAt, program }), sha256Of)
}

function sha256Of(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
