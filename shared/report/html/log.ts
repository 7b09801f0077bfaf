import type { ReportModel } from '../report-model.js'
import { wordingOf } from '../wording.js'
import { isolated, markup } from './escape.js'
import { each, flow, type Flow } from './flow.js'
import { dateTime } from './passage.js'
import { columns } from './rows.js'

/** The newest acts, and the hash by which anyone can tell that the log was not changed since. */
export function logSection({ log, language }: ReportModel): Flow {
  const words = wordingOf(language)
  return flow`<section id="log" aria-labelledby="log-heading">
    <h2 id="log-heading">${words.say('Log')}</h2>
    ${!log && markup`<p class="empty">${words.say('The log is not part of this report.')}</p>`}
    ${log?.entries.length === 0 && markup`<p class="empty">${words.say('The log has no entries yet.')}</p>`}
    ${log && log.entries.length > 0 && logTable(log, words)}
  </section>`
}

function logTable(
  { entries, total, head }: NonNullable<ReportModel['log']>,
  words: ReturnType<typeof wordingOf>,
): Flow {
  return flow`<p class="lead">${words.say('The newest {shown} of {total} entries. The last has the hash', { shown: entries.length, total })} <span class="digest">${head}</span></p>
    <table class="log">
      ${columns(words.say('No.'), words.say('When'), words.say('Who'), words.say('What'))}
      <tbody>
        ${each(
          entries,
          ({ sequence, at, actor, action }) =>
            markup`<tr>
              <th scope="row">${sequence}</th>
              <td>${dateTime(at, words)}</td>
              <td>${isolated(actor)}</td>
              <td>${isolated(words.action(action))}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
}
