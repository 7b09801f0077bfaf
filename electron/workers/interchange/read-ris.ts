import type { Citation, Remark } from '../../../shared/domain/record-import.js'
import { damaged } from '../import/refusals.js'
import type { IncomingCitations } from './incoming.js'
import { addCitation, edtfOfParts, type SaidOfWork } from './read-citations.js'
import { refuseTooMany } from './record-limits.js'

type Fields = Map<string, string[]>

/** The tags of one work and its place in the file. */
interface Work {
  fields: Fields
  line: number
}

const tagged = /^([A-Z][A-Z0-9]) {2}- ?(.*)$/

/**
 * Reads the works of a RIS file: a tag a line, from `TY` to `ER`. Throws `invalid` for a file that breaks these rules, naming
 * the line, and `too-large` past the limit.
 */
export function readRis(text: string, name: string): IncomingCitations {
  const works = worksIn(text, name)
  refuseTooMany(works.length, 'works', name)
  const skipped: Remark[] = []
  const citations: Citation[] = []
  for (const { fields, line } of works)
    addCitation(citationOf(fields), `the work at line ${line}`, citations, skipped)
  return { kind: 'citations', format: 'RIS', citations, skipped }
}

function worksIn(text: string, name: string): Work[] {
  const works: Work[] = []
  let open: Work | null = null
  let last: string[] | null = null
  for (const [index, written] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const [, tag, value] = tagged.exec(written) ?? []
    if (tag === undefined || value === undefined) {
      if (!written.trim()) continue
      // A value may go on in lines without a tag.
      if (!open || !last) throw damaged(name, `line ${index + 1} stands outside of a work`)
      last[last.length - 1] += ` ${written.trim()}`
    } else if (tag === 'TY') {
      if (open)
        throw damaged(name, `the work that begins at line ${open.line} does not end before line ${index + 1}`)
      open = { fields: new Map(), line: index + 1 }
      last = null
    } else if (!open) {
      throw damaged(name, `line ${index + 1} (${tag}) stands outside of a work`)
    } else if (tag === 'ER') {
      works.push(open)
      open = null
      last = null
    } else {
      last = open.fields.get(tag) ?? []
      last.push(value.trim())
      open.fields.set(tag, last)
    }
  }
  if (open) throw damaged(name, `the work that begins at line ${open.line} does not end`)
  return works
}

/** Tags by what they say, those that say it best first. */
const tags = {
  title: ['TI', 'T1', 'CT', 'BT'],
  author: ['AU', 'A1'],
  publisher: ['PB', 'T2', 'JO', 'JF', 'JA'],
  published: ['DA', 'PY', 'Y1'],
  url: ['UR', 'L1'],
  accessed: ['Y2'],
  archivedUrl: ['L2'],
  language: ['LA'],
} as const

function citationOf(fields: Fields): SaidOfWork {
  const all = (names: readonly string[]): string[] => {
    for (const name of names) {
      const values = fields.get(name)?.filter(Boolean)
      if (values?.length) return values
    }
    return []
  }
  const first = (names: readonly string[]): string | null => all(names)[0] ?? null
  return {
    title: first(tags.title) ?? '',
    author: all(tags.author).join('; ') || null,
    publisher: first(tags.publisher),
    published: dateOf(first(tags.published)) ?? dateOf(first(['PY', 'Y1'])),
    url: first(tags.url),
    accessed: dateOf(first(tags.accessed)),
    archivedUrl: first(tags.archivedUrl),
    language: first(tags.language),
  }
}

/** `YYYY/MM/DD/words`, any of which may be empty; words alone are taken as EDTF. */
function dateOf(said: string | null): string | null {
  if (!said) return null
  const [year = '', month = '', day = '', ...words] = said.split('/')
  if (/^\d{4}$/.test(year) && [month, day].every((part) => /^\d{0,2}$/.test(part)))
    return edtfOfParts([year, month, day])
  return year ? said : words.join('/') || null
}
