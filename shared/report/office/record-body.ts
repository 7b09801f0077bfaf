import { logNote, signatureNote } from '../closing-notes.js'
import type { ReportModel, SourceEntry } from '../report-model.js'
import type { SignatureEntry } from '../review-entries.js'
import { fileInWords, kindLabels, peopleInWords } from '../source-words.js'
import type { Label, Wording } from '../wording.js'
import { empty, factsTogether, lead, rowsOf, tableOf, type BodyBlock } from './body-blocks.js'

/** The full record of each source, with what identifies its file and its text. */
export function* sources({ sources }: ReportModel, words: Wording): Generator<BodyBlock, void> {
  if (!sources.length) yield* empty('There are no sources in this case yet.', words)
  for (const source of sources) {
    yield { kind: 'heading', level: 3, text: `S${source.number} ${source.record.title}` }
    const known = recordOf(source, words).flatMap(([label, text]) =>
      text ? [{ label: words.say(label), text }] : [],
    )
    yield* factsTogether(known)
  }
}

function recordOf(source: SourceEntry, words: Wording): [Label, string | null][] {
  const { record, grade, version } = source
  const unknown = words.say('not known')
  const { author, publisher } = peopleInWords(source, words)
  const file = fileInWords(source, words)
  const read = words.say('version {number}', { number: version.number })
  return [
    ['Author', author],
    ['Publisher', publisher],
    ['Published', record.published ? words.date(record.published) : unknown],
    ['Kind', words.say(kindLabels[record.kind])],
    ['Grade', grade ?? words.say('not graded')],
    ['Address', record.url],
    ['Accessed', record.accessed && words.date(record.accessed)],
    ['File', `${file.name} ${file.format}`],
    ['SHA-256 of the file', record.originalSha256],
    ['Text', `${read}, ${words.instant(version.createdAt)}, ${words.count(source.words, 'word', 'words')}`],
    ['Why this version', version.reason],
    ['SHA-256 of the text', version.sha256],
  ]
}

/** The signatures over the case, and lines to sign on paper. */
export function signOff(model: ReportModel, words: Wording): BodyBlock[] {
  const rows = model.signOff.map(({ role, name, signature }) => [
    role,
    name,
    signature ? inTheFile(signature, words) : '',
    signature ? words.instant(signature.at) : '',
  ])
  const columns = [
    ['Role', 0.2],
    ['Name', 0.26],
    ['Signature', 0.34],
    ['Date', 0.2],
  ] as const
  return [lead(signatureNote(model, words)), { ...tableOf(columns, rows, words), isToFill: true }]
}

function inTheFile({ round, isStale, comment, sha256 }: SignatureEntry, words: Wording): string {
  const details = `${round === null ? '' : `, ${round}`}${isStale ? ` (${words.say('Changed since')})` : ''}`
  const said = comment === null ? '' : `\n${comment}`
  return `${words.say('In the case file')}${details}${said}\nSHA-256 ${sha256}`
}

/** The newest acts, and the hash by which anyone can tell that the log was not changed since. */
export function log({ log }: ReportModel, words: Wording): BodyBlock[] {
  if (!log) return empty('The log is not part of this report.', words)
  if (!log.entries.length) return empty('The log has no entries yet.', words)
  const rows = rowsOf(log.entries, ({ sequence, at, actor, action }) => [
    String(sequence),
    words.instant(at),
    actor,
    words.action(action),
  ])
  const columns = [
    ['No.', 0.09],
    ['When', 0.31],
    ['Who', 0.2],
    ['What', 0.4],
  ] as const
  return [lead(logNote(log, words)), tableOf(columns, rows, words)]
}
