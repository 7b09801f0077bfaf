import { basename } from 'node:path'
import { TextDecoder } from 'node:util'
import { sha256 } from '../../db/digest.js'
import { readCaseFile } from '../../db/read-case-file.js'
import { signedState } from '../../db/operations/signing/signed-state.js'
import { StetError } from '../../shared/ipc/result.js'
import { holdsAll, type ComparedSignature } from '../../shared/report/seal/compare-seal.js'
import { verifiedReport, type VerifiedReport } from '../../shared/report/seal/verified-report.js'
import { readLimited } from '../service/files/read-limited.js'
import { printJson, printLines } from './output.js'
import { openOptions } from './sqlite-binding.js'

/** Whether a file is a report, by its name; all else is taken for a case. */
export const isReport = (file: string): boolean => /\.x?html?$/i.test(file)

/**
 * `stet verify REPORT`: whether a report is as it was saved, and with a case whether that still says what was signed. Answers 1
 * when it is not so. Throws 'unsupported' for a page without a seal.
 */
export async function verifyReport(
  file: string,
  caseFile: string | null,
  format: string | null,
): Promise<number> {
  const text = new TextDecoder('utf-8').decode(await readLimited(file, basename(file), file))
  const state = caseFile === null ? null : readCaseFile(caseFile, openOptions(), signedState)
  const verified = verifiedReport(basename(file), text, sha256, state)
  if (verified.file === 'none') {
    throw new StetError(
      'unsupported',
      `${file} has no seal: it was not saved as a web page by Stet, or by an older one.`,
    )
  }
  if (format === 'json') printJson(verified)
  else printLines(asLines(verified))
  const holds = verified.comparison === null || holdsAll(verified.comparison)
  return verified.file === 'unaltered' && holds ? 0 : 1
}

function asLines({ fileName, file, made, comparison, signatures }: VerifiedReport): string[] {
  const when = made ? ` (made ${made.at} with ${made.program}, ${signatures} signatures)` : ''
  const lines = [`${fileName}: ${file === 'unaltered' ? 'unaltered' : 'altered since it was saved'}${when}`]
  if (comparison && !comparison.isSameCase) lines.push('  It is a report on another case.')
  for (const signature of comparison?.signatures ?? []) lines.push(`  ${signatureLine(signature)}`)
  return lines
}

const standings = { matches: 'matches', changed: 'changed since', gone: 'gone' } as const

function signatureLine({
  name,
  role,
  at,
  claimNumber,
  quote,
  standing,
  isWithdrawn,
}: ComparedSignature): string {
  const what = claimNumber === null ? 'the case' : `claim ${claimNumber}${quote ? ` “${quote}”` : ''}`
  return `[${standings[standing]}] ${what}, signed by ${name} (${role}) ${at}${isWithdrawn ? ', withdrawn since' : ''}`
}
