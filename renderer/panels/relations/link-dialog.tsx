import type { KeyboardEvent } from 'react'
import { isSymmetric, relationTypes } from '../../../shared/domain/relation.js'
import { Button, DialogFrame } from '../../components/controls.js'
import {
  cancelLink,
  chooseLinked,
  finishLink,
  isRelated,
  type LinkWords,
} from '../../store/claims/relation-actions.js'
import { useStore } from '../../store/store.js'
import { ClaimLine } from './claim-line.js'
import { ClaimSearch } from './claim-search.js'
import './relations.css'

/** Links a claim to another: which one, and how the two are related. */
export function LinkDialog() {
  const from = useStore(({ link, records }) => records.claim.get(link?.from ?? ''))
  const to = useStore(({ link, records }) => records.claim.get(link?.to ?? ''))
  if (!from) return null
  return (
    <DialogFrame
      title="Link claims"
      onClose={cancelLink}
      footer={<Button onPress={cancelLink}>Cancel</Button>}
    >
      <div className="link-claims">
        <ClaimLine claim={from} />
        {to ? (
          <>
            <Ways from={from.id} to={to.id} />
            <div className="linked-claim">
              <ClaimLine claim={to} />
              <Button onPress={() => chooseLinked(null)}>Another claim…</Button>
            </div>
          </>
        ) : (
          <ClaimSearch except={from.id} onChoose={chooseLinked} />
        )}
      </div>
    </DialogFrame>
  )
}

/** Every way in which one claim can be related to another, read from the first. */
const ways: readonly (LinkWords & { words: string; sign: string })[] = relationTypes.flatMap(
  ({ id: type, forth, back, sign }) => [
    { type, isBack: false, words: forth, sign },
    ...(isSymmetric(type) ? [] : [{ type, isBack: true, words: back, sign }]),
  ],
)

/** The ways to link two claims, each with a digit; those that stand already cannot be chosen again. */
function Ways({ from, to }: { from: string; to: string }) {
  const isTaken = ({ type, isBack }: LinkWords): boolean =>
    isBack ? isRelated(to, from, type) : isRelated(from, to, type)
  const pressed = (event: KeyboardEvent): void => {
    const way = ways[Number(event.key) - 1]
    if (!way || event.ctrlKey || event.metaKey || event.altKey || isTaken(way)) return
    event.preventDefault()
    void finishLink(way)
  }
  const first = ways.findIndex((way) => !isTaken(way))
  return (
    <div className="link-ways" role="group" aria-label="How they are related" onKeyDown={pressed}>
      {ways.map((way, index) => (
        <Button
          key={way.words}
          autoFocus={index === first}
          isDisabled={isTaken(way)}
          aria-keyshortcuts={String(index + 1)}
          onPress={() => void finishLink(way)}
        >
          <span className="relation-sign" aria-hidden>
            {way.sign}
          </span>
          <span>{way.words}</span>
          <kbd aria-hidden>{index + 1}</kbd>
        </Button>
      ))}
    </div>
  )
}
