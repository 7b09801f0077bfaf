import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Person, StaleSignOff } from '../../../shared/domain/review.js'
import { Button } from '../../components/controls.js'
import { roleLabel, sign } from '../../store/review/review-actions.js'
import {
  caseCoverage,
  caseSignOffs,
  presentRound,
  standingSignOff,
  type CaseCoverage,
} from '../../store/review/review.js'
import { useStore } from '../../store/store.js'
import { counted, momentOf } from './moment.js'
import { Part } from './part.js'
import { Signature } from './signature.js'

/** The signatures over the whole case, and what one would cover now. */
export function CaseSignOffPart({
  me,
  stale,
}: {
  me: Person | null
  stale: ReadonlyMap<string, StaleSignOff>
}) {
  const records = useStore((state) => state.records)
  const signOffs = caseSignOffs(records)
  const standing = me && standingSignOff(records, stale, me, null)
  return (
    <Part title="Sign-off of the case" area="sign-off">
      {signOffs.length > 0 && (
        <ul className="signatures">
          {signOffs.map((signOff) => (
            <li key={signOff.id}>
              <Signature signOff={signOff} stale={stale.get(signOff.id)} />
            </li>
          ))}
        </ul>
      )}
      {standing ? (
        <p className="signed-by-me">
          <CircleCheck size={15} aria-hidden /> You signed the case on {momentOf(standing.signedAt)}, and it
          is as you signed it.
        </p>
      ) : (
        <>
          <Covers coverage={caseCoverage(records)} />
          {me ? (
            <SignCase me={me} again={signOffs.some(({ personId }) => personId === me.id)} />
          ) : (
            <p className="hint">To sign, say first who you are.</p>
          )}
        </>
      )}
      {me && me.role !== 'editor' && !signOffs.some(({ role }) => role === 'editor') && (
        <p className="hint">Reports call the case signed off once an editor has signed it.</p>
      )}
    </Part>
  )
}

function Covers({ coverage }: { coverage: CaseCoverage }) {
  const { sources, claims, mustFix } = coverage
  const warnings = warningsOf(coverage)
  return (
    <>
      <p className="hint">
        A signature covers {counted(sources, 'source')} and {counted(claims, 'claim')} with their notes,
        evidence and relations{mustFix > 0 && `, of which ${mustFix.toLocaleString('en')} must be fixed`}, and
        what was answered to findings.
      </p>
      {warnings.length > 0 && (
        <ul className="warnings" aria-label="Still open">
          {warnings.map((warning) => (
            <li key={warning}>
              <TriangleAlert size={14} aria-hidden /> {warning}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What whoever signs should know; none of it bars the signature. */
function warningsOf(coverage: CaseCoverage): string[] {
  const { claims, unjudged, withoutWording, disputed, stale, openFindings } = coverage
  const lines: [number, string][] = [
    [disputed, `${counted(disputed, 'disagreement')} to settle`],
    [unjudged, `${counted(unjudged, 'claim')} without a verdict`],
    [withoutWording, `${counted(withoutWording, 'must-fix claim')} without a proposed wording`],
    [stale, `${counted(stale, 'claim')} changed after being checked or signed`],
    [openFindings, `${counted(openFindings, 'finding')} not answered`],
  ]
  const warnings = lines.filter(([count]) => count > 0).map(([, line]) => line)
  return claims === 0 ? ['There are no claims in this case', ...warnings] : warnings
}

function SignCase({ me, again }: { me: Person; again: boolean }) {
  const round = useStore((state) => presentRound(state.records))
  const [comment, setComment] = useState('')
  const submit = async (): Promise<void> => {
    if (await sign(me, null, comment)) setComment('')
  }
  return (
    <form
      className="sign-case"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label className="field">
        <span className="label">Comment (optional)</span>
        <textarea
          rows={2}
          value={comment}
          maxLength={2000}
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
      <Button type="submit" look="primary">
        {again ? 'Sign the case again' : 'Sign the case'} as {me.name}, {roleLabel(me.role).toLowerCase()}
      </Button>
      {round && (
        <span className="hint">
          In round {round.number}, {round.title}
        </span>
      )}
    </form>
  )
}
