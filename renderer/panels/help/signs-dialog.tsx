import type { ReactNode } from 'react'
import type { CommandId } from '../../../shared/commands/command-list.js'
import { checkableKinds } from '../../../shared/coverage/checkables.js'
import { severities } from '../../../shared/domain/finding.js'
import { stances } from '../../../shared/domain/evidence.js'
import { SeverityBadge, VerdictBadge } from '../../components/badges.js'
import { CommandKey } from '../../components/command-key.js'
import { Button, DialogFrame } from '../../components/controls.js'
import { useCaseScale, verdictCommand } from '../../store/claims/verdict-scale.js'
import './signs-dialog.css'

/** What each sign of the margin, the lists and the timeline stands for: the same sign everywhere. */
export function SignsDialog({ onClose }: { onClose: () => void }) {
  const { verdicts } = useCaseScale()
  return (
    <DialogFrame
      title="What the signs mean"
      intro="The same signs stand in the margin of a text, in the lists and on the timeline."
      onClose={onClose}
      footer={
        <Button look="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      <div className="signs">
        <Signs title="Findings">
          {severities.map(({ id, means }) => (
            <Sign key={id} sign={<SeverityBadge severity={id} />} means={means} />
          ))}
          <Sign sign="2 ◆" means="in the margin: two findings on this line, and the gravest of them" />
        </Signs>
        <Signs title="Verdicts of claims">
          {verdicts.map(({ id, mustFix }, place) => (
            <Sign
              key={id}
              sign={<VerdictBadge verdict={id} />}
              means={<VerdictMeans place={place} mustFix={mustFix} />}
            />
          ))}
          <Sign sign={<VerdictBadge verdict={null} />} means="no verdict yet" />
        </Signs>
        <Signs title="Evidence">
          {stances.map(({ id, label, sign }) => (
            <Sign key={id} sign={sign} means={label.toLowerCase()} />
          ))}
        </Signs>
        <Signs title="What no claim covers yet, at the right of the text" command="show-coverage">
          {checkableKinds.map(({ id, one, sign }) => (
            <Sign key={id} sign={sign} means={`a ${one}`} />
          ))}
        </Signs>
      </div>
    </DialogFrame>
  )
}

/** The key of the verdict at a place of the scale, from 0, and what the verdict asks for. */
function VerdictMeans({ place, mustFix }: { place: number; mustFix: boolean }) {
  return (
    <>
      {place < 9 && <CommandKey command={verdictCommand(place)} />} {mustFix && 'must be fixed'}
    </>
  )
}

interface SignsProps {
  title: string
  /** What shows these signs, or not. */
  command?: CommandId
  children: ReactNode
}

function Signs({ title, command, children }: SignsProps) {
  return (
    <section aria-label={title}>
      <h3>
        {title} {command && <CommandKey command={command} />}
      </h3>
      <dl>{children}</dl>
    </section>
  )
}

function Sign({ sign, means }: { sign: ReactNode; means: ReactNode }) {
  return (
    <div>
      <dt>{sign}</dt>
      <dd>{means}</dd>
    </div>
  )
}
