import type { AssessmentEntry, SignatureEntry, SignOffLine } from '../review-entries.js'
import type { ReportModel } from '../report-model.js'
import { isolated, markup, type Html } from './escape.js'
import { dateTime } from './passage.js'
import { columns } from './rows.js'

/** What others said of a claim and who signed it; nothing when nobody did. */
export function reviewHtml(card: {
  assessments: readonly AssessmentEntry[]
  signatures: readonly SignatureEntry[]
}): Html | null {
  if (card.assessments.length === 0 && card.signatures.length === 0) return null
  return markup`<h4>Review</h4>
    <ul class="flags">${card.assessments.map(assessmentHtml)}${card.signatures.map(signatureHtml)}</ul>`
}

function assessmentHtml({
  name,
  roleLabel,
  sign,
  verdictLabel,
  standing,
  comment,
  at,
}: AssessmentEntry): Html {
  return markup`<li>
    <p>
      <strong>${isolated(name)}</strong> (${roleLabel}) ${standing}: <span aria-hidden="true">${sign}</span>
      ${verdictLabel}, ${dateTime(at)}
    </p>
    ${comment && markup`<p dir="auto">${comment}</p>`}
  </li>`
}

function signatureHtml(signature: SignatureEntry): Html {
  return markup`<li><p><strong>${isolated(signature.name)}</strong> (${signature.roleLabel}) ${signed(signature)}</p></li>`
}

function signed(signature: SignatureEntry): Html {
  return markup`signed on ${dateTime(signature.at)}${about(signature)}`
}

function about({ round, isStale, comment }: SignatureEntry): Html {
  return markup`${round && markup`, ${isolated(round)}`}${isStale && markup` <span class="tag">Changed since</span>`}${comment && markup`<br>${isolated(comment)}`}`
}

/** The signatures over the case, and lines to sign on paper. */
export function signOffSection({ signOff, generatedAt }: ReportModel): Html {
  return markup`<section id="sign-off" aria-labelledby="sign-off-heading">
    <h2 id="sign-off-heading">Sign-off</h2>
    <p class="lead">A signature on paper covers the case as it stood on ${dateTime(generatedAt)}.</p>
    <table class="signatures">
      ${columns('Role', 'Name', 'Signature', 'Date')}
      <tbody>
        ${signOff.map(signOffRow)}
      </tbody>
    </table>
  </section>`
}

function signOffRow({ role, name, signature }: SignOffLine): Html {
  return markup`<tr>
    <th scope="row">${role}</th>
    <td>${isolated(name)}</td>
    <td>${signature && inTheFile(signature)}</td>
    <td>${signature && dateTime(signature.at)}</td>
  </tr>`
}

function inTheFile(signature: SignatureEntry): Html {
  return markup`In the case file${about(signature)}`
}
