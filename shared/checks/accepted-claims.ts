import type { Finding } from '../domain/finding.js'
import type { ClaimId } from '../domain/ids.js'
import { contentHash } from './fingerprint.js'

/**
 * The ids of the claims that accepting a finding makes, one for each of its passages. They are derived from the finding, so that
 * whoever accepts it in another copy of the case makes the same claims, and a merge finds one of each. Where such an id is taken,
 * by a claim that was moved elsewhere since, `newId` gives another.
 */
export function acceptedClaimIds(
  { fingerprint, spans }: Pick<Finding, 'fingerprint' | 'spans'>,
  isTaken: (id: ClaimId) => boolean,
  newId: () => ClaimId,
): ClaimId[] {
  return spans.map(({ source }, index) => {
    const id = idOf([fingerprint, source, index].join('\u0001'))
    return isTaken(id) ? newId() : id
  })
}

/** A UUID of version 8 (RFC 9562: of an own making) from a hash of 128 bits, of which it keeps 122. */
function idOf(text: string): ClaimId {
  const hex = [text, `${text}\u0002`]
    .flatMap((part) => [...contentHash(part).matchAll(/.{7}/g)].map(hexOf))
    .join('')
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ]
  return parts.join('-') as ClaimId
}

/** Seven digits of base 36, which hold 32 bits, as eight of base 16. */
const hexOf = ([digits]: RegExpMatchArray): string => parseInt(digits, 36).toString(16).padStart(8, '0')
