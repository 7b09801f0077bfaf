import { verdicts } from '../../../shared/domain/verdicts.js'
import * as claims from '../claim-actions.js'
import { focusOn, placeNamed } from '../focus.js'
import { getState, setState } from '../store.js'
import { grouped, whileCorrecting, withCase, withClaim, withText } from './command.js'

const withOpenFinding = (): boolean => {
  const { view, records } = getState()
  return view.fingerprint !== null && !records.decision.has(view.fingerprint)
}
const withLockedText = (): boolean => withText() && !whileCorrecting()

const verdictCommands = verdicts.map(({ id, label, key }) => ({
  id: `verdict-${id}`,
  label: `Verdict: ${label}`,
  keys: [key],
  enabled: withClaim,
  run: () => claims.toggleVerdict(id),
}))

export const claimCommands = grouped('Claims', [
  {
    id: 'highlight',
    label: 'Highlight the selection, or the sentence at the caret',
    keys: ['h'],
    enabled: withLockedText,
    run: () => void claims.highlight(),
  },
  ...verdictCommands,
  { id: 'focus-note', label: 'Write a note', keys: ['n'], enabled: withClaim, run: () => focusOn('note') },
  {
    id: 'add-evidence',
    label: 'Add evidence',
    keys: ['e'],
    enabled: withClaim,
    run: () => placeNamed('evidence')?.click(),
  },
  {
    id: 'focus-correction',
    label: 'Propose other wording',
    keys: ['c'],
    enabled: withClaim,
    run: () => focusOn('correction'),
  },
  {
    id: 'move-claim',
    label: 'Set the claim on the selection',
    keys: ['m'],
    enabled: () => withClaim() && withLockedText(),
    run: () => void claims.moveActiveClaim(),
  },
  {
    id: 'split-claim',
    label: 'Split the claim at the caret',
    keys: ['s'],
    enabled: () => withClaim() && withLockedText(),
    run: () => void claims.splitActiveClaim(),
  },
  {
    id: 'merge-claims',
    label: 'Merge the claim with the next in the text',
    keys: ['M'],
    enabled: () => withClaim() && !whileCorrecting(),
    run: () => void claims.mergeWithNext(),
  },
  {
    id: 'remove-claim',
    label: 'Remove claim',
    keys: ['Delete'],
    enabled: withClaim,
    run: () => void claims.removeActiveClaim(),
  },
])

export const findingCommands = grouped('Findings', [
  {
    id: 'accept-finding',
    label: 'Accept: make claims of it',
    keys: ['a'],
    enabled: withOpenFinding,
    run: () => void claims.acceptActiveFinding(),
  },
  {
    id: 'dismiss-finding',
    label: 'Dismiss, with a reason',
    keys: ['d'],
    enabled: withOpenFinding,
    run: () => setState({ dialog: 'dismiss' }),
  },
  { id: 'next', label: 'Next claim or finding', keys: ['j'], enabled: withCase, run: () => claims.step(1) },
  {
    id: 'previous',
    label: 'Previous claim or finding',
    keys: ['k'],
    enabled: withCase,
    run: () => claims.step(-1),
  },
])
