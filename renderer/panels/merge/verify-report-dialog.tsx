import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ComparedSignature, SealComparison } from '../../../shared/report/seal/compare-seal.js'
import type { VerifiedReport } from '../../../shared/report/seal/verified-report.js'
import { personRoles } from '../../../shared/domain/review.js'
import { DialogFrame } from '../../components/controls.js'
import { useStore } from '../../store/store.js'
import { counted, momentOf } from '../review/moment.js'
import '../dialogs.css'
import './merge-dialog.css'

/** Whether a report is as it was saved, and whether the open case still says what was signed. */
export function VerifyReportDialog({ onClose }: { onClose: () => void }) {
  const report = useStore((state) => state.verifiedReport)
  if (!report) return null
  return (
    <DialogFrame
      title={`Report “${report.fileName}”`}
      intro={report.made && `Made on ${momentOf(report.made.at)} with ${report.made.program}.`}
      onClose={onClose}
    >
      <FileLine report={report} />
      {report.comparison ? <Comparison comparison={report.comparison} /> : <Uncompared report={report} />}
      <p className="hint">
        The seal tells of accidents and of changes that nobody hid. Whoever alters a file on purpose can make
        it anew: what was signed is told by the case.
      </p>
    </DialogFrame>
  )
}

const fileLines = {
  unaltered: 'The file is as it was saved.',
  altered: 'The file was altered since it was saved, or its seal cannot be read.',
  none: 'It has no seal: it was not saved as a web page by Stet, or by an older version.',
} as const

function FileLine({ report: { file } }: { report: VerifiedReport }) {
  const isRight = file === 'unaltered'
  return (
    <p className={isRight ? 'verify-line' : 'verify-line failed'} role={isRight ? 'status' : 'alert'}>
      {isRight ? <CircleCheck size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />}
      {fileLines[file]}
    </p>
  )
}

function Uncompared({ report: { made, signatures } }: { report: VerifiedReport }) {
  if (!made) return null
  return <p>It tells of {counted(signatures, 'signature')}. Open its case to compare them with it.</p>
}

function Comparison({ comparison: { isSameCase, signatures } }: { comparison: SealComparison }) {
  if (!isSameCase) return <p role="alert">It is a report on another case than the one that is open.</p>
  if (signatures.length === 0) return <p>Nobody had signed when it was made.</p>
  const changed = signatures.filter(({ standing }) => standing !== 'matches').length
  return (
    <section aria-label="Signatures">
      <p>
        {changed === 0
          ? `The case still says all that was signed (${counted(signatures.length, 'signature')}).`
          : `Of ${counted(signatures.length, 'signature')}, ${changed} ${changed === 1 ? 'is' : 'are'} over something else than the case says now.`}
      </p>
      <ul className="sealed-signatures">
        {signatures.map((signature) => (
          <Signature
            key={`${signature.claimNumber ?? 'case'} ${signature.at} ${signature.name}`}
            signature={signature}
          />
        ))}
      </ul>
    </section>
  )
}

const standings = { matches: '✓ Matches', changed: '≠ Changed since', gone: '∅ Gone' } as const

function Signature({ signature }: { signature: ComparedSignature }) {
  const { name, role, at, claimNumber, quote, standing, isWithdrawn } = signature
  const roleLabel = personRoles.find(({ id }) => id === role)?.label ?? role
  return (
    <li>
      <span className="sealed-standing" data-standing={standing}>
        {standings[standing]}
      </span>
      <span>
        {claimNumber === null ? 'The whole case' : `Claim ${claimNumber}`}
        {quote && (
          <>
            : <bdi>“{quote}”</bdi>
          </>
        )}
        <small>
          <bdi>{name}</bdi> ({roleLabel}), {momentOf(at)}
          {isWithdrawn && ', withdrawn since'}
        </small>
      </span>
    </li>
  )
}
