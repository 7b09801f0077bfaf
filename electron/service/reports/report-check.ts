import { basename } from 'node:path'
import { sha256 } from '../../../db/digest.js'
import { plainLine } from '../../../shared/domain/plain-line.js'
import { verifiedReport, type VerifiedReport } from '../../../shared/report/seal/verified-report.js'
import type { CaseSession } from '../cases/case-session.js'
import { readLimited } from '../files/read-limited.js'
import type { Shell } from '../shell.js'

/** Checks a report that a person chooses, against the open case where there is one; null when the person says no. */
export async function checkReport(
  shell: Pick<Shell, 'chooseSealedReport'>,
  session: CaseSession | null,
): Promise<VerifiedReport | null> {
  const path = await shell.chooseSealedReport()
  if (!path) return null
  const text = new TextDecoder('utf-8').decode(await readLimited(path, basename(path)))
  return verifiedReport(
    plainLine(basename(path)),
    text,
    sha256,
    session && (await session.read.signedState()),
  )
}
