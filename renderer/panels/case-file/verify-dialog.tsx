import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Verification } from '../../../shared/domain/verification.js'
import { ask } from '../../bridge/bridge.js'
import { DialogFrame } from '../../components/controls.js'
import { flushFields } from '../../store/pending-fields.js'
import { tellError } from '../../store/toasts.js'

/** Checks every digest and the log of the open case, and says of each record that is not sound which it is. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const [result, setResult] = useState<Verification | null>(null)
  useEffect(() => {
    void flushFields()
    ask('case.verify')
      .then(setResult)
      .catch((error: unknown) => {
        tellError(error)
        onClose()
      })
  }, [onClose])
  return (
    <DialogFrame title="Verify the case file" onClose={onClose}>
      {result ? <Result result={result} /> : <Verifying />}
    </DialogFrame>
  )
}

function Verifying() {
  return (
    <p className="verify-line" role="status">
      <LoaderCircle size={16} className="turning" aria-hidden /> Reading every record and checking its digest…
    </p>
  )
}

function Result({ result: { sound, problems } }: { result: Verification }) {
  if (sound) {
    return (
      <p className="verify-line" role="status">
        <CircleCheck size={16} aria-hidden /> Sound: every text, claim and note is as it was written, and the
        log is whole.
      </p>
    )
  }
  return (
    <>
      <p className="verify-line failed" role="alert">
        <CircleAlert size={16} aria-hidden />
        {problems.length === 1 ? 'One thing is not sound.' : `${problems.length} things are not sound.`} Save
        a copy of the file before you go on, and look at its backups.
      </p>
      <ul className="problems">
        {problems.map(({ kind, record, message }) => (
          <li key={`${kind} ${record?.key ?? ''} ${message}`}>{message}</li>
        ))}
      </ul>
    </>
  )
}
