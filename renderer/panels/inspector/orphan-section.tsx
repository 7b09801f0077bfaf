import { useEffect, useState } from 'react'
import { candidatesFor } from '../../../shared/anchoring/candidates.js'
import { isOrphan, type Claim } from '../../../shared/domain/claim.js'
import { CommandKey } from '../../components/command-key.js'
import { Button } from '../../components/controls.js'
import { attachClaim, moveActiveClaim } from '../../store/claims/claim-actions.js'
import { textOf } from '../../store/texts/texts.js'
import { useStore } from '../../store/store.js'

interface Candidate {
  start: number
  end: number
  quote: string
  similarity: number
}

const mostCandidates = 5

/** For a claim whose passage is not in the current text: passages like it, and how to attach it by hand. */
export function OrphanSection({ claim }: { claim: Claim }) {
  const source = useStore((state) => state.records.source.get(claim.sourceId))
  const [candidates, setCandidates] = useState<Candidate[] | null>(null)
  const orphaned = source !== undefined && isOrphan(claim, source)
  useEffect(() => {
    if (!orphaned) return
    let isWanted = true
    void textOf(source).then(({ text }) => {
      if (!isWanted) return
      const found = candidatesFor(text, claim.selector, mostCandidates)
      setCandidates(found.map((place) => ({ ...place, quote: text.slice(place.start, place.end) })))
    })
    return () => {
      isWanted = false
    }
  }, [claim, source, orphaned])
  if (!orphaned) return null
  const passages = candidates ?? []
  return (
    <section className="inspector-section orphan" aria-label="Lost place">
      <h3>Not in the text</h3>
      <p>
        The words of this claim are not in the text as it is now
        {passages.length > 0
          ? '. Select a passage and set the claim on it, or choose one of these.'
          : ', nor any like them. Select the passage that has taken their place and set the claim on it.'}
      </p>
      <ul className="candidates">
        {passages.map((candidate) => (
          <li key={candidate.start}>
            <button type="button" className="passage" onClick={() => void attachClaim(claim.id, candidate)}>
              <q>{candidate.quote}</q>
              <small>{Math.round(candidate.similarity * 100)} % alike</small>
            </button>
          </li>
        ))}
      </ul>
      <Button onPress={() => void moveActiveClaim()}>
        Set on the selection <CommandKey command="move-claim" />
      </Button>
    </section>
  )
}
