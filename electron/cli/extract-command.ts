import { extractBatchLine } from '../../shared/checks/batch.js'
import { extractAll, type ExtractedRange, type Extraction } from '../../shared/checks/extraction.js'
import { StetError } from '../../shared/ipc/result.js'
import { answerLines } from './batch-lines.js'
import { command } from './command.js'
import { batch, outputFormat, published, publishedOn } from './common-options.js'
import { printJson, printLines } from './output.js'
import { type FileSource, readSources } from './source-files.js'

/** `stet extract`: prints the dates of a file with their TIMEX3 values; as JSON also what else is read in it. */
export const extractCommand = command({
  takes: 'FILE',
  summary:
    'the dates of a text, as TIMEX3 values; with --format json also quantities, names and quotations with their speakers',
  options: { format: outputFormat, published, batch },
  async run({ files, options }) {
    if (options.batch) return answerLines(extractBatchLine)
    if (files.length > 1) throw new StetError('invalid', '“stet extract” takes one file at a time.')
    const day = publishedOn(options.published)
    const extraction = joined((await readSources(files)).map((source) => extractionOf(source, day)))
    return options.format === 'json' ? printJson(extraction) : printLines(extraction.dates.map(asLine))
  },
})

function asLine({ value, type, text }: Extraction['dates'][number]): string {
  return `${value.padEnd(18)} ${type.padEnd(9)} ${text}`
}

/** What a text of the file holds, with offsets into the decoded file. */
function extractionOf({ text, start: shift }: FileSource, published: string | null): Extraction {
  const { dates, quantities, names, quotes } = extractAll(text, { published })
  const moved = <T extends ExtractedRange>(ranges: readonly T[]): T[] =>
    ranges.map((range) => ({ ...range, start: range.start + shift, end: range.end + shift }))
  return { dates: moved(dates), quantities: moved(quantities), names: moved(names), quotes: moved(quotes) }
}

function joined(extractions: readonly Extraction[]): Extraction {
  return {
    dates: extractions.flatMap(({ dates }) => dates),
    quantities: extractions.flatMap(({ quantities }) => quantities),
    names: extractions.flatMap(({ names }) => names),
    quotes: extractions.flatMap(({ quotes }) => quotes),
  }
}
