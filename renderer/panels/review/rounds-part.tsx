import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Round } from '../../../shared/domain/review.js'
import { Button, IconButton } from '../../components/controls.js'
import { TextField } from '../../components/text-field.js'
import { openRound, removeRound, renameRound, setRoundClosed } from '../../store/review/review-actions.js'
import { presentRound } from '../../store/review/review.js'
import { useStore } from '../../store/store.js'
import { counted, dayOf } from './moment.js'
import { Part } from './part.js'

/** The passes over the case. What is signed now is signed in the round that was opened last and is not closed. */
export function RoundsPart() {
  const round = useStore((state) => state.records.round)
  const rounds = [...round.values()].sort((a, b) => b.number - a.number)
  const present = presentRound({ round })
  return (
    <Part title="Rounds" count={rounds.length} area="rounds">
      {rounds.length === 0 && (
        <p className="hint">
          A round is one pass over the case. Open one, and every signature says in which round it was given.
        </p>
      )}
      {rounds.length > 0 && (
        <ol className="rounds" reversed>
          {rounds.map((one) => (
            <RoundRow key={one.id} round={one} isPresent={one === present} />
          ))}
        </ol>
      )}
      <OpenRound number={(rounds[0]?.number ?? 0) + 1} />
    </Part>
  )
}

function RoundRow({ round, isPresent }: { round: Round; isPresent: boolean }) {
  const signOffs = useStore((state) => state.records['sign-off'])
  const signed = [...signOffs.values()].filter(({ roundId }) => roundId === round.id).length
  const isClosed = round.closedAt !== null
  return (
    <li className={isPresent ? 'present' : ''}>
      <TextField
        label={`Round ${round.number}${isPresent ? ' (the present one)' : ''}`}
        value={round.title}
        refuse={(typed) => (typed.trim() ? null : 'A round needs a title')}
        onCommit={(title) => renameRound(round, title)}
      />
      <Button onPress={() => setRoundClosed(round, !isClosed)}>{isClosed ? 'Open again' : 'Close'}</Button>
      {signed === 0 && (
        <IconButton label={`Remove round ${round.number}`} onPress={() => void removeRound(round)}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      )}
      <small>
        Opened {dayOf(round.openedAt)}
        {round.closedAt && `, closed ${dayOf(round.closedAt)}`} · {counted(signed, 'signature')}
      </small>
    </li>
  )
}

const usualTitles = ['First reading', 'Second reading', 'Final reading']

function OpenRound({ number }: { number: number }) {
  const [typed, setTyped] = useState('')
  const usual = usualTitles[number - 1] ?? `Round ${number}`
  const open = async (): Promise<void> => {
    if (await openRound(typed.trim() || usual)) setTyped('')
  }
  return (
    <form
      className="add-person"
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <label className="field">
        <span className="label">New round</span>
        <input
          value={typed}
          maxLength={200}
          placeholder={usual}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <Button type="submit">Open</Button>
    </form>
  )
}
