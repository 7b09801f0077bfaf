import type { AssessmentEntry, SignatureEntry, SignOffLine } from '../review-entries.js'
import type { ReportModel } from '../report-model.js'
import { wordingOf, type Wording } from '../wording.js'
import { isolated, markup, type Html } from './escape.js'
import { dateTime } from './passage.js'
import { columns } from './rows.js'

/** What others said of a claim and who signed it; nothing when nobody did. */
export function reviewHtml(
  card: { assessments: readonly AssessmentEntry[]; signatures: readonly SignatureEntry[] },
  words: Wording,
): Html | null {
  if (card.assessments.length === 0 && card.signatures.length === 0) return null
  return markup`<h4>${words.say('Review')}</h4>
    <ul class="flags">${card.assessments.map((one) => assessmentHtml(one, words))}${card.signatures.map((one) => signatureHtml(one, words))}</ul>`
}

function assessmentHtml(assessment: AssessmentEntry, words: Wording): Html {
  const { name, roleLabel, sign, verdictLabel, standing, comment, at } = assessment
  return markup`<li>
    <p>
      <strong>${isolated(name)}</strong> (${roleLabel}) ${standing}: <span aria-hidden="true">${sign}</span>
      ${verdictLabel}, ${dateTime(at, words)}
    </p>
    ${comment && markup`<p dir="auto">${comment}</p>`}
  </li>`
}

function signatureHtml(signature: SignatureEntry, words: Wording): Html {
  return markup`<li><p><strong>${isolated(signature.name)}</strong> (${signature.roleLabel}) ${words.say('signed on')} ${dateTime(signature.at, words)}${about(signature, words)}</p></li>`
}

function about({ round, isStale, comment }: SignatureEntry, words: Wording): Html {
  return markup`${round && markup`, ${isolated(round)}`}${isStale && markup` <span class="tag">${words.say('Changed since')}</span>`}${comment && markup`<br>${isolated(comment)}`}`
}

/** The signatures over the case, and lines to sign on paper. */
export function signOffSection({ signOff, generatedAt, version, language }: ReportModel): Html {
  const words = wordingOf(language)
  return markup`<section id="sign-off" aria-labelledby="sign-off-heading">
    <h2 id="sign-off-heading">${words.say('Sign-off')}</h2>
    <p class="lead">${words.say('A signature on paper covers the case as it stood on')} ${dateTime(generatedAt, words)}${version && markup` (<span class="digest">${version.hash.slice(0, 16)}</span>)`}.</p>
    <table class="signatures">
      ${columns(words.say('Role'), words.say('Name'), words.say('Signature'), words.say('Date'))}
      <tbody>
        ${signOff.map((line) => signOffRow(line, words))}
      </tbody>
    </table>
  </section>`
}

function signOffRow({ role, name, signature }: SignOffLine, words: Wording): Html {
  return markup`<tr>
    <th scope="row">${role}</th>
    <td>${isolated(name)}</td>
    <td>${signature && inTheFile(signature, words)}</td>
    <td>${signature && dateTime(signature.at, words)}</td>
  </tr>`
}

function inTheFile(signature: SignatureEntry, words: Wording): Html {
  return markup`${words.say('In the case file')}${about(signature, words)}<br><span class="digest">${signature.sha256}</span>`
}
