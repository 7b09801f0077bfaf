import { searchFile } from '../../db/search-file.js'
import type { SearchHit, SearchPage } from '../../shared/domain/search.js'
import { StetError } from '../../shared/ipc/result.js'
import { command } from './command.js'
import { outputFormat } from './common-options.js'
import { printError, printJson, printLines } from './output.js'
import { openOptions } from './sqlite-binding.js'

/** As many hits as are worth reading in one go. */
const mostHits = 100

/** `stet search`: finds words in a case file that nobody has open, which is only read. */
export const searchCommand = command({
  takes: 'CASE WORDS',
  summary: 'what a case file says of words',
  about:
    'It takes "a phrase", begin*, and verdict: type: status: tag: source: assignee: has: since:, as the search of the window.',
  options: { format: outputFormat },
  async run({ files: [file, ...words], options }) {
    if (!file || words.length === 0) {
      throw new StetError(
        'invalid',
        'Name a case file and what to find in it. “stet search --help” shows how.',
      )
    }
    const page = searchFile(file, words.join(' '), { limit: mostHits, offset: 0 }, openOptions())
    if (page.ignored.length) printError(`not understood: ${page.ignored.join(', ')}`)
    return options.format === 'json' ? printJson(page) : printLines(asLines(page))
  },
})

function asLines({ hits, total, ranked }: SearchPage): string[] {
  const among = ranked < total ? ` of the latest ${ranked}` : ''
  const rest = total > hits.length ? `, of which these are the best ${hits.length}${among}` : ''
  return [...hits.map(asLine), `${total} found${rest}`]
}

function asLine({ kind, start, end, snippet }: SearchHit): string {
  return `${kind.padEnd(8)} ${`${start}-${end}`.padEnd(15)} ${snippet.text.replace(/\s+/g, ' ')}`
}
