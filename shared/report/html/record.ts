import type { ReportModel, SourceEntry } from '../report-model.js'
import { fileInWords, kindLabels, peopleInWords } from '../source-words.js'
import { wordingOf, type Label, type Wording } from '../wording.js'
import { isolated, markup, webLink, type Html, type HtmlValue } from './escape.js'
import { each, flow, type Flow } from './flow.js'
import { dateTime } from './passage.js'
import { entry } from './rows.js'

/** The full record of each source, with what identifies its file and its text. */
export function sourceSection({ sources, language }: ReportModel): Flow {
  const words = wordingOf(language)
  return flow`<section id="sources" aria-labelledby="sources-heading">
    <h2 id="sources-heading">${words.say('Sources')}</h2>
    ${sources.length === 0 && markup`<p class="empty">${words.say('There are no sources in this case yet.')}</p>`}
    ${each(sources, (source) => sourceHtml(source, words))}
  </section>`
}

function sourceHtml(source: SourceEntry, words: Wording): Html {
  const { number, record, grade, version } = source
  const unknown = words.say('not known')
  const { author, publisher } = peopleInWords(source, words)
  const file = fileInWords(source, words)
  const rows: [Label, HtmlValue][] = [
    ['Author', isolated(author)],
    ['Publisher', isolated(publisher)],
    ['Published', record.published ? words.date(record.published) : unknown],
    ['Kind', words.say(kindLabels[record.kind])],
    ['Grade', grade ?? words.say('not graded')],
    ['Address', record.url && markup`<span class="address">${webLink(record.url, record.url)}</span>`],
    ['Accessed', record.accessed && words.date(record.accessed)],
    ['File', markup`${isolated(file.name)} ${file.format}`],
    ['SHA-256 of the file', markup`<span class="digest">${record.originalSha256}</span>`],
    [
      'Text',
      markup`${words.say('version {number}', { number: version.number })}, ${dateTime(version.createdAt, words)}, ${words.count(source.words, 'word', 'words')}`,
    ],
    ['Why this version', version.reason && isolated(version.reason)],
    ['SHA-256 of the text', markup`<span class="digest">${version.sha256}</span>`],
  ]
  return markup`<article class="source" aria-labelledby="record-${number}">
    <h3 id="record-${number}"><a href="#source-${number}">S${number}</a> ${isolated(record.title)}</h3>
    <dl class="record">
      ${rows.map(([term, value]) => entry(words.say(term), value))}
    </dl>
  </article>`
}
