import { searchFile } from '../../db/search-file.js'
import type { SearchHit } from '../../shared/domain/search.js'
import { StetError } from '../../shared/ipc/result.js'
import { print, printError } from './output.js'
import type { CommandRequest } from './run.js'

/** As many hits as are worth reading in one go. */
const mostHits = 100

/** `stet search`: finds words in a case file that nobody has open, which is only read. */
export async function searchCommand({ files, format }: CommandRequest): Promise<number> {
  const [file, ...words] = files
  if (!file || words.length === 0) {
    throw new StetError('invalid', 'Name a case file and what to find in it. “stet --help” shows how.')
  }
  const binding = process.env['STET_SQLITE_BINDING']
  const page = searchFile(
    file,
    words.join(' '),
    { limit: mostHits, offset: 0 },
    binding ? { nativeBinding: binding } : {},
  )
  if (page.ignored.length) printError(`not understood: ${page.ignored.join(', ')}`)
  if (format === 'json') return print(JSON.stringify(page))
  const among = page.ranked < page.total ? ` of the latest ${page.ranked}` : ''
  const rest =
    page.total > page.hits.length ? `, of which these are the best ${page.hits.length}${among}` : ''
  return print([...page.hits.map(asLine), `${page.total} found${rest}`].join('\n'))
}

function asLine({ kind, start, end, snippet }: SearchHit): string {
  return `${kind.padEnd(8)} ${`${start}-${end}`.padEnd(15)} ${snippet.text.replace(/\s+/g, ' ')}`
}
