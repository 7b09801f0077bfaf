import { isSamePage, nameOfAddress, siteOf, type CitedAddress } from '../../../shared/domain/cited-address.js'
import type { Evidence, EvidencePatch } from '../../../shared/domain/evidence.js'
import type { EvidenceId } from '../../../shared/domain/ids.js'
import type { Source } from '../../../shared/domain/source.js'
import { today } from '../../components/today.js'
import { editEvidence, unknownTitle } from './evidence-actions.js'
import { getState } from '../store.js'
import { announce } from '../toasts.js'

/** What an address tells of a citation without being looked up; what is not known of it is null. */
type Told = Pick<Evidence, 'title' | 'archivedUrl'> & {
  author: string | null
  publisher: string | null
  published: string | null
}

/**
 * Gives a citation another address, with what the case knows of that page: the title, author, publisher and date that stand
 * elsewhere in it. Where nothing is known, the DOI or the site stands in for the title. No word of a person's is replaced,
 * and only what the address before has told gives way. The first address of a citation is one that is looked at today.
 * Answers whether it was kept.
 */
export async function giveAddress(id: EvidenceId, address: CitedAddress | null): Promise<boolean> {
  const evidence = getState().records.evidence.get(id)
  if (!evidence) return false
  const known = address && knownOf(address.url, id)
  const now = toldBy(address, known)
  const fields = fieldsGivingWay(evidence, now)
  const isKept = await editEvidence(id, {
    url: address?.url ?? null,
    ...dateOf(evidence, address),
    ...fields,
  })
  if (isKept && known && fields.title) announce(`The case knows this address: ${fields.title}`)
  return isKept
}

/**
 * Whether a title is not yet a person's: that of a citation of which nothing is known, the site of its address, or the DOI
 * that this is of.
 */
export function isStandInTitle({ title, url }: Pick<Evidence, 'title' | 'url'>): boolean {
  return title === unknownTitle || (url !== null && (title === siteOf(url) || title === nameOfAddress(url)))
}

function fieldsGivingWay(evidence: Evidence, now: Told): EvidencePatch {
  const { id, url, archivedUrl } = evidence
  const was = toldBy(url === null ? null : { url, archivedUrl }, url === null ? null : knownOf(url, id))
  const givesWay = (field: keyof Told): boolean => {
    const present = evidence[field] ?? null
    return present === null || present === was[field] || (field === 'title' && isStandInTitle(evidence))
  }
  const changed = Object.entries(now).filter(
    ([field, value]) => givesWay(field as keyof Told) && value !== (evidence[field as keyof Told] ?? null),
  )
  return Object.fromEntries(changed) as EvidencePatch
}

/** The citations whose date of access came with their address since the window was opened: a person's own date stays. */
const datesWithAddress = new Map<EvidenceId, string>()

function dateOf({ id, url, accessed }: Evidence, address: CitedAddress | null): EvidencePatch {
  if (address && url === null && accessed === null) {
    datesWithAddress.set(id, today())
    return { accessed: today() }
  }
  return !address && accessed !== null && accessed === datesWithAddress.get(id) ? { accessed: null } : {}
}

/** Says when a citation was looked at, as a person knows it; null when that is not known. Answers whether it was kept. */
export function giveAccessed(id: EvidenceId, accessed: string | null): Promise<boolean> {
  datesWithAddress.delete(id)
  return editEvidence(id, { accessed })
}

function toldBy(address: CitedAddress | null, known: Evidence | Source | null): Told {
  const title = known?.title ?? (address && nameOfAddress(address.url)) ?? unknownTitle
  const { author = null, publisher = null, published = null } = known ?? {}
  const archived = known && 'archivedUrl' in known ? known.archivedUrl : null
  return { title, author, publisher, published, archivedUrl: address?.archivedUrl ?? archived }
}

/** A source of the case or another citation in it that has this address and a title of its own. */
function knownOf(url: string, except: EvidenceId): Evidence | Source | null {
  const { source, evidence } = getState().records
  const isIt = (one: Pick<Evidence, 'title' | 'url'>): boolean =>
    one.url !== null && isSamePage(one.url, url) && !isStandInTitle(one)
  const others = [...evidence.values()].filter(({ id }) => id !== except)
  return [...source.values(), ...others].find(isIt) ?? null
}
