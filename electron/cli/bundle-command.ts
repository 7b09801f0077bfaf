import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { readCaseFile } from '../../db/read-case-file.js'
import { writeBundle } from '../../db/write-bundle.js'
import { allRecords } from '../../db/operations/reading/all-records.js'
import type { BundleChoice, BundleReport } from '../../shared/domain/bundle.js'
import type { Claim } from '../../shared/domain/claim.js'
import type { ClaimId, SourceId } from '../../shared/domain/ids.js'
import type { Source } from '../../shared/domain/source.js'
import { StetError } from '../../shared/ipc/result.js'
import type { KindRecord } from '../../shared/merge/record-fields.js'
import { command, type Options, type TypedOptions } from './command.js'
import { checker, outputFormat } from './common-options.js'
import { printJson, printLines } from './output.js'
import { openOptions } from './sqlite-binding.js'

const options = {
  output: { type: 'string', short: 'o', value: 'FILE', help: 'the file to write' },
  source: {
    type: 'string',
    multiple: true,
    value: 'TITLE',
    help: 'a source by its title or id, with its claims',
  },
  claim: { type: 'string', multiple: true, value: 'ID', help: 'a claim by its id, with its source' },
  notes: { type: 'string', choices: ['all', 'public'], help: 'public leaves internal notes out' },
  'no-originals': { type: 'boolean', help: 'the texts without the files that they were read from' },
  checker,
  format: outputFormat,
} as const satisfies Options

/** `stet bundle`: writes chosen sources and claims of a case as a case of its own, from which they can be merged back. */
export const bundleCommand = command({
  takes: 'CASE',
  summary: 'chosen sources and claims as a case file of its own, to be merged back later',
  options,
  async run({ files: [file, ...others], options: typed }) {
    if (!file || others.length > 0)
      throw new StetError('invalid', 'Name one case file. “stet bundle --help” shows how.')
    const { output } = typed
    if (output === null) throw new StetError('invalid', 'A bundle needs --output, the file to write.')
    const report = readCaseFile(file, openOptions(), (db) => {
      const choice = choiceOf(allRecords(db), typed)
      const act = {
        id: randomUUID(),
        actor: typed.checker ?? userInfo().username,
        at: new Date().toISOString(),
      }
      return writeBundle(db, output, choice, act, openOptions())
    })
    return typed.format === 'json'
      ? printJson({ output, ...report })
      : printLines([`${output}: ${counted(report)}`])
  },
})

function counted(report: BundleReport): string {
  const left = [
    report.notesLeftOut && `${report.notesLeftOut} internal notes left out`,
    report.signOffsLeftOut && `${report.signOffsLeftOut} sign-offs left out`,
  ].filter(Boolean)
  const counts = `${report.sources} sources, ${report.claims} claims, ${report.notes} notes, ${report.evidence} pieces of evidence`
  return [counts, ...left].join('; ')
}

function choiceOf(
  all: readonly KindRecord[],
  { source: sources, claim: claims, notes, 'no-originals': noOriginals }: TypedOptions<typeof options>,
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
    internalNotes: notes !== 'public',
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
