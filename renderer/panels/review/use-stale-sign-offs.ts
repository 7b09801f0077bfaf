import { useEffect, useState } from 'react'
import type { ClaimId } from '../../../shared/domain/ids.js'
import type { StaleSignOff } from '../../../shared/domain/review.js'
import { ask } from '../../bridge/bridge.js'
import { signOffsOf } from '../../store/review/review.js'
import { useStore } from '../../store/store.js'
import { tellError } from '../../store/toasts.js'

/** How long acts may follow one another before it is asked anew, in milliseconds. */
const pause = 120

type Stale = ReadonlyMap<string, StaleSignOff>

const nothingStale: Stale = new Map()

/** The sign-offs over a claim, or over anything in the case (null), that are stale, by id; asked again after each act. */
export function useStaleSignOffs(claimId: ClaimId | null): Stale {
  const records = useStore((state) => state.records)
  const [stale, setStale] = useState(nothingStale)
  const isSigned = claimId === null ? records['sign-off'].size > 0 : signOffsOf(records, claimId).length > 0
  useEffect(() => {
    if (!isSigned) return setStale(nothingStale)
    let current = true
    const timer = setTimeout(() => {
      ask('review.stale', { claimId })
        .then((list) => current && setStale(new Map(list.map((one) => [one.id, one]))))
        .catch(tellError)
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [claimId, records, isSigned])
  return stale
}
