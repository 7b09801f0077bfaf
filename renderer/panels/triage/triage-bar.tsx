import { ArrowLeft, ArrowRight, Check, Clock3, Equal, Undo2, X } from 'lucide-react'
import type { Finding } from '../../../shared/domain/finding.js'
import { Button, IconButton } from '../../components/controls.js'
import { CommandKey } from '../../components/command-key.js'
import { useStore } from '../../store/store.js'
import {
  acceptShown,
  dismissShown,
  putOffShown,
  stepTriage,
  undoTriage,
  useTriage,
} from '../../store/findings/triage-session.js'

/** What can be answered to the shown finding, with the keys for it. */
export function TriageBar({ finding }: { finding: Finding | null }) {
  const isSingle = (finding?.spans.length ?? 0) < 2
  const none = finding === null
  return (
    <div className="triage-bar" role="toolbar" aria-label="Answer to the finding">
      <Button look="primary" isDisabled={none} onPress={() => void acceptShown()}>
        <Check size={15} aria-hidden /> Accept <CommandKey command="accept-finding" />
      </Button>
      <Button isDisabled={isSingle} onPress={() => void acceptShown('same-as')}>
        <Equal size={15} aria-hidden /> Same as <CommandKey command="accept-same" />
      </Button>
      <Button isDisabled={isSingle} onPress={() => void acceptShown('contradicts')}>
        <X size={15} aria-hidden /> Contradicts <CommandKey command="accept-contradicts" />
      </Button>
      <span className="bar-line" />
      <Button isDisabled={none} onPress={dismissShown}>
        Dismiss… <CommandKey command="dismiss-finding" />
      </Button>
      <Button isDisabled={none} onPress={putOffShown}>
        <Clock3 size={14} aria-hidden /> Later <CommandKey command="put-off-finding" />
      </Button>
      <div className="triage-foot">
        <LastAct />
        <IconButton label="Previous finding" onPress={() => stepTriage(-1)}>
          <ArrowLeft size={16} aria-hidden /> <CommandKey command="previous" />
        </IconButton>
        <IconButton label="Next finding" onPress={() => stepTriage(1)}>
          <ArrowRight size={16} aria-hidden /> <CommandKey command="next" />
        </IconButton>
      </div>
    </div>
  )
}

function LastAct() {
  const last = useTriage((session) => session.last)
  const undoLabel = useStore((state) => state.open?.undo ?? null)
  if (!last?.putOff && !undoLabel) return null
  return (
    <>
      {last && (
        <span className="last-act" title={last.saying}>
          {last.saying}
        </span>
      )}
      <Button look="plain" onPress={() => void undoTriage()}>
        <Undo2 size={14} aria-hidden /> Undo <CommandKey command="undo" />
      </Button>
    </>
  )
}
