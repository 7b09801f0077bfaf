import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { readCaseFile } from '../../db/read-case-file.js'
import { writeBundle } from '../../db/write-bundle.js'
import { allRecords } from '../../db/operations/all-records.js'
import type { BundleChoice } from '../../shared/domain/bundle.js'
import type { Claim } from '../../shared/domain/claim.js'
import type { ClaimId, SourceId } from '../../shared/domain/ids.js'
import type { Source } from '../../shared/domain/source.js'
import { StetError } from '../../shared/ipc/result.js'
import type { KindRecord } from '../../shared/merge/record-fields.js'
import { print } from './output.js'
import type { CommandRequest } from './run.js'

/** `stet bundle`: writes chosen sources and claims of a case as a case of its own, from which they can be merged back. */
export async function bundleCommand(request: CommandRequest): Promise<number> {
  const [file, ...others] = request.files
  if (!file || others.length > 0)
    throw new StetError('invalid', 'Name one case file. “stet --help” shows how.')
  const { output } = request
  if (output === null) throw new StetError('invalid', 'A bundle needs --output, the file to write.')
  const binding = process.env['STET_SQLITE_BINDING']
  const options = binding ? { nativeBinding: binding } : {}
  const report = readCaseFile(file, options, (db) => {
    const choice = choiceOf(allRecords(db), request)
    const act = {
      id: randomUUID(),
      actor: request.checker ?? userInfo().username,
      at: new Date().toISOString(),
    }
    return writeBundle(db, output, choice, act, options)
  })
  const left = [
    report.notesLeftOut && `${report.notesLeftOut} internal notes left out`,
    report.signOffsLeftOut && `${report.signOffsLeftOut} sign-offs left out`,
  ].filter(Boolean)
  const counts = `${report.sources} sources, ${report.claims} claims, ${report.notes} notes, ${report.evidence} pieces of evidence`
  if (request.format === 'json') return print(JSON.stringify({ output, ...report }))
  return print(`${output}: ${[counts, ...left].join('; ')}`)
}

function choiceOf(
  all: readonly KindRecord[],
  { sources, claimIds: claims, notes, noOriginals }: CommandRequest,
): BundleChoice {
  const records = <T>(wanted: KindRecord['kind']) =>
    all.flatMap(({ kind, record }) => (kind === wanted ? [record as T] : []))
  const live = records<Source>('source').filter(({ removedAt }) => removedAt === null)
  if (sources.length === 0 && claims.length === 0) {
    throw new StetError(
      'invalid',
      'Say what goes into the bundle: --source TITLE, --claim ID, each as often as needed.',
    )
  }
  return {
    sources: sources.map((typed) => sourceNamed(live, typed)),
    claims: claims.length
      ? claimsChosen(records<Claim>('claim'), sources.length > 0, { live, sources, claims })
      : null,
    internalNotes: notesOf(notes),
    originals: !noOriginals,
  }
}

/** The claims that were named, and those of the sources that were. */
function claimsChosen(
  all: readonly Claim[],
  withSources: boolean,
  {
    live,
    sources,
    claims,
  }: { live: readonly Source[]; sources: readonly string[]; claims: readonly string[] },
): ClaimId[] {
  const named = claims.map((typed) => {
    const claim = all.find(({ id }) => id === typed)
    if (!claim)
      throw new StetError('not-found', `There is no claim ${typed} in this case. No bundle was made.`)
    return claim.id
  })
  const chosen = new Set<string>(sources.map((typed) => sourceNamed(live, typed)))
  const ofSources = withSources ? all.filter(({ sourceId }) => chosen.has(sourceId)).map(({ id }) => id) : []
  return [...new Set([...named, ...ofSources])]
}

/** The source with this id or title; titles that two sources have name neither. */
function sourceNamed(live: readonly Source[], typed: string): SourceId {
  const found = live.filter(({ id, title }) => id === typed || title === typed)
  if (found.length === 1) return found[0]!.id
  const why = found.length ? 'Several sources are called' : 'There is no source called'
  throw new StetError('not-found', `${why} “${typed}”. Name it by its id. No bundle was made.`)
}

function notesOf(typed: string | null): boolean {
  if (typed === null || typed === 'all') return true
  if (typed === 'public') return false
  throw new StetError('invalid', `--notes is “all” or “public”, not “${typed}”.`)
}
