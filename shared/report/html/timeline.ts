import type { ReportModel } from '../report-model.js'
import { wordingOf } from '../wording.js'
import { Html, markup } from './escape.js'

/** The drawing's own rules stand in the style sheet of the report, whose policy allows no others. */
const ownStyle = /<style>[^<]*<\/style>/

/** The dated claims and findings on one axis. */
export function timelineSection({ timeline, language }: ReportModel): Html {
  const words = wordingOf(language)
  return markup`<section id="timeline" aria-labelledby="timeline-heading">
    <h2 id="timeline-heading">${words.say('Timeline')}</h2>
    ${timeline === null && markup`<p class="empty">${words.say('Nothing in this report has a date.')}</p>`}
    ${timeline !== null && markup`<figure class="timeline">${new Html(timeline.replace(ownStyle, ''))}</figure>`}
  </section>`
}
