import { checkBatchLine } from '../../shared/checks/batch.js'
import { createChecker } from '../../shared/checks/run-checks.js'
import { type Confirmation, severities, type Finding, type Severity } from '../../shared/domain/finding.js'
import { labelOf } from '../../shared/domain/verdicts.js'
import { answerLines } from './batch-lines.js'
import { command } from './command.js'
import { batch, outputFormat, published, publishedOn } from './common-options.js'
import { printJson, printLines } from './output.js'
import { readSources, toCheckSources, type FileSource } from './source-files.js'

/** What is printed; `consistent` only when it was asked for. */
interface Answer {
  sources: readonly FileSource[]
  findings: readonly Finding[]
  consistent: readonly Confirmation[] | null
}

/** `stet check`: reads the files and prints what contradicts itself, with `--consistent` also what was found in order. */
export const checkCommand = command({
  takes: 'FILE...',
  summary: 'what contradicts itself, with both passages and the reason',
  options: {
    format: outputFormat,
    published,
    'fail-on': {
      type: 'string',
      choices: severities.map(({ id }) => id),
      help: 'exit with 1 when a finding is at least as grave',
    },
    consistent: {
      type: 'boolean',
      help: 'also tell what was looked into and is in order: weekdays, spans of time, sums, percentages',
    },
    batch,
  },
  async run({ files, options }) {
    if (options.batch) return answerLines(checkBatchLine)
    const day = publishedOn(options.published)
    const sources = await readSources(files)
    const checker = createChecker()
    const texts = toCheckSources(sources, day)
    const findings = inFileOffsets(checker.run(texts), sources)
    const consistent = options.consistent ? inFileOffsets(checker.confirmations(texts), sources) : null
    const answer = { sources, findings, consistent }
    if (options.format === 'json') printJson(asJson(answer))
    else printLines(asLines(answer))
    const failing = failingSeverities(options['fail-on'])
    return findings.some(({ severity }) => failing.has(severity)) ? 1 : 0
  },
})

/** The engine's offsets are within a source; a reader of the file wants them within the file. */
function inFileOffsets<T extends Confirmation>(findings: readonly T[], sources: readonly FileSource[]): T[] {
  return findings.map((finding) => ({
    ...finding,
    spans: finding.spans.map((span) => {
      const shift = sources[Number(span.source)]?.start ?? 0
      return { ...span, start: span.start + shift, end: span.end + shift }
    }),
  }))
}

function asJson({ sources, findings, consistent }: Answer): object {
  return {
    sources: sources.map(({ file, title, start, end }, index) => ({ index, file, title, start, end })),
    findings: findings.map(({ rule, category, severity, message, explanation, fingerprint, spans }) => ({
      rule,
      category,
      severity,
      message,
      explanation: explanationLines(explanation).join('\n'),
      fingerprint,
      spans: spans.map((span) => ({ ...span, source: Number(span.source) })),
    })),
    ...(consistent && {
      consistent: consistent.map(({ rule, category, message, explanation, spans }) => ({
        rule,
        category,
        message,
        explanation: explanationLines(explanation).join('\n'),
        spans: spans.map((span) => ({ ...span, source: Number(span.source) })),
      })),
    }),
  }
}

function explanationLines(explanation: Finding['explanation']): string[] {
  return [
    explanation.reason,
    ...explanation.resolved.map(({ quote, value }) => `“${quote}” = ${value}`),
    ...explanation.arithmetic,
    ...explanation.assumptions.map((assumption) => `Assumed: ${assumption}`),
    explanation.settle && `To settle it: ${explanation.settle}`,
  ].filter(Boolean)
}

function asLines({ sources, findings, consistent }: Answer): string[] {
  const counts = severities.map(({ id, label }) => {
    const count = findings.filter(({ severity }) => severity === id).length
    return `${count} ${label.toLowerCase()}`
  })
  const heading = sources.map(({ file, title }, index) => `${index + 1}. ${title}  (${file})`)
  const body = findings.flatMap((finding) =>
    findingLines(labelOf(severities, finding.severity), finding, sources),
  )
  const agreeing = (consistent ?? []).flatMap((found) => findingLines('Consistent', found, sources))
  const summary = `${sources.length} ${sources.length === 1 ? 'source' : 'sources'}, ${findings.length} findings: ${counts.join(', ')}`
  return [...heading, '', ...body, ...agreeing, summary]
}

function findingLines(label: string, finding: Confirmation, sources: readonly FileSource[]): string[] {
  const passages = finding.spans.map(({ source, start, quote }) => {
    const from = sources[Number(source)]
    return `    “${quote.replace(/\s+/g, ' ')}”  (source ${Number(source) + 1}, ${from?.file}:${lineOf(from, start)})`
  })
  const why = explanationLines(finding.explanation).map((line) => `    ${line}`)
  return [`[${label}] ${finding.category}: ${finding.message}`, ...passages, ...why, '']
}

/** The line, counted from 1 within the source, at an offset of the decoded file. */
function lineOf(source: FileSource | undefined, offset: number): number {
  return source ? source.text.slice(0, offset - source.start).split(/\r\n?|\n/).length : 1
}

/** The severities that make the command fail: the named one and all graver ones. */
function failingSeverities(least: Severity | null): Set<Severity> {
  const graveFirst = severities.map(({ id }) => id)
  return new Set(least === null ? [] : graveFirst.slice(0, graveFirst.indexOf(least) + 1))
}
