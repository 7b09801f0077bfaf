import type { Pieces } from '../pieces.js'
import { oneLine, plainDate, type CitedWork } from './cited-works.js'

/** Works as RIS: a tag a line, lines end in CR LF. A date that is no plain day, month or year keeps its EDTF as words. */
export function* citationsRis(works: readonly CitedWork[]): Pieces {
  for (const work of works) yield `${lines(work).join('\r\n')}\r\n\r\n`
}

function lines({
  key,
  title,
  author,
  publisher,
  published,
  url,
  archivedUrl,
  accessed,
  language,
}: CitedWork): string[] {
  return [
    `TY  - ${url ? 'ELEC' : 'GEN'}`,
    ...tag('ID', key),
    ...tag('TI', title),
    ...tag('AU', author),
    ...tag('PB', publisher),
    ...tag('PY', published && (plainDate(published)?.year ?? null)),
    ...tag('DA', published && risDate(published)),
    ...tag('LA', language),
    ...tag('UR', url),
    ...tag('L2', archivedUrl),
    ...tag('Y2', accessed && risDate(accessed)),
    'ER  - ',
  ]
}

function tag(name: string, value: string | null): string[] {
  const text = value === null ? '' : oneLine(value)
  return text ? [`${name}  - ${text}`] : []
}

/** `YYYY/MM/DD/words`, where any of them may be empty. */
function risDate(edtf: string): string {
  const date = plainDate(edtf)
  return date ? `${date.year}/${date.month ?? ''}/${date.day ?? ''}/` : `///${edtf}`
}
