import type { Pieces } from '../pieces.js'
import { oneLine, plainDate, type CitedWork } from './cited-works.js'

const escapes: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
}

/**
 * Works as BibTeX in UTF-8, with the fields of BibLaTeX for what BibTeX has none for: `date` and `urldate` hold EDTF as it
 * is, `year` and `month` are for readers that know no other. Names and titles stand in a second pair of braces, so that
 * they stay as they were typed.
 */
export function* citationsBibTex(works: readonly CitedWork[]): Pieces {
  for (const [index, work] of works.entries()) yield (index ? '\n' : '') + entry(work)
}

function entry(work: CitedWork): string {
  const { key, title, author, publisher, published, url, archivedUrl, accessed, language } = work
  const date = published === null ? null : plainDate(published)
  const fields = [
    field('title', whole(title)),
    field('author', author && whole(author)),
    field('publisher', publisher && bibTexText(publisher)),
    field('year', date?.year ?? null),
    field('month', date?.month ? String(Number(date.month)) : null),
    field('date', published && bibTexText(published)),
    field('language', language),
    field('url', url && bibTexAddress(url)),
    field('urldate', accessed && bibTexText(accessed)),
    field('note', archivedUrl && `Archived copy: ${bibTexText(archivedUrl)}`),
  ]
  return `@${url ? 'online' : 'misc'}{${key},\n${fields.join('')}}\n`
}

function field(name: string, value: string | null): string {
  return value ? `  ${name} = {${value}},\n` : ''
}

const whole = (text: string): string => `{${bibTexText(text)}}`

/** Text with what TeX takes for commands written out; braces stay balanced whatever the text. */
function bibTexText(text: string): string {
  return oneLine(text).replace(/[\\{}~^$&%#_]/g, (character) => escapes[character]!)
}

/** An address is taken as it stands, but for what would end the field. */
function bibTexAddress(url: string): string {
  return oneLine(url).replace(/[\\{}\s]/g, (character) => encodeURIComponent(character))
}
