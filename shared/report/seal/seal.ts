import { z } from 'zod'
import { canonicalJson } from '../../domain/canonical-json.js'
import type { CaseSnapshot } from '../../domain/case.js'
import { claimIdSchema, instantSchema, sha256Schema, signOffIdSchema } from '../../domain/ids.js'
import { chooseClaims } from '../choose-claims.js'
import { numberClaims } from '../claim-numbers.js'
import type { ClaimChoice } from '../forms.js'

const signatureSchema = z.strictObject({
  id: signOffIdSchema,
  name: z.string().max(200),
  role: z.string().max(40),
  at: instantSchema,
  /** The signed claim and its number in the report; null for a signature over the whole case. */
  claim: z.strictObject({ id: claimIdSchema, number: z.int().positive() }).nullable(),
  /** The digest of what was signed, as the case keeps it. */
  signedSha256: sha256Schema,
})

const sealSchema = z.strictObject({
  format: z.literal('stet-seal-1'),
  caseId: z.string().min(1).max(100),
  generatedAt: instantSchema,
  program: z.string().max(200),
  signatures: z.array(signatureSchema).max(100_000),
  /** The SHA-256 of the whole file with this left empty, its line breaks as `\n`. */
  contentSha256: z.string(),
})

/**
 * What lets a report be checked later: a digest of the file itself, and of all that was signed in the case. It is no
 * signature: whoever alters the file on purpose can make the digest anew. What was signed is then still told by the case.
 */
export type Seal = z.infer<typeof sealSchema>

/** SHA-256 of a string in UTF-8, in lower-case hexadecimal. */
export type Digest = (text: string) => string

/** The seal of a report on a case that holds the chosen claims, before its own digest is known. */
export function sealOf(
  snapshot: CaseSnapshot,
  claims: ClaimChoice,
  origin: { generatedAt: string; program: string },
): Seal {
  const chosen = chooseClaims(snapshot, claims)
  const numbers = new Map<string, number>(
    numberClaims(chosen.claims, chosen.sources).map(({ number, claim }) => [claim.id, number]),
  )
  const signatures = snapshot.signOffs.flatMap(({ id, name, role, signedAt, claimId, signedSha256 }) => {
    const number = claimId === null ? null : numbers.get(claimId)
    if (number === undefined) return []
    const claim = claimId === null || number === null ? null : { id: claimId, number }
    return [{ id, name, role, at: signedAt, claim, signedSha256 }]
  })
  return { format: 'stet-seal-1', caseId: snapshot.info.id, ...origin, signatures, contentSha256: '' }
}

/**
 * The element that has a seal, for the end of a page's head. It takes in the digest of the page in which it stands with an
 * empty one. Percent signs stand for all that could mean something in HTML, and elements with any two digests are as long.
 */
export function sealElement(seal: Seal, contentSha256: string): string {
  return `<meta name="stet-seal" content="${encodeURIComponent(canonicalJson({ ...seal, contentSha256 }))}" />`
}

/** A seal that was found in a page, and whether the page is as it was sealed. */
export interface ReadSeal {
  seal: Seal
  isUnaltered: boolean
}

/** The seal of a page; null for one that has none. A seal that cannot be read, or a second one, is an alteration. */
export function readSeal(text: string, digest: Digest): ReadSeal | 'unreadable' | null {
  const html = text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n')
  const found = [...html.matchAll(/<meta name="stet-seal" content="([^"]*)" \/>/g)]
  const [first, ...others] = found
  if (!first) return null
  const seal = parsedSeal(first[1] ?? '')
  if (!seal || others.length > 0) return 'unreadable'
  const empty = sealElement(seal, '')
  const unsealed = `${html.slice(0, first.index)}${empty}${html.slice(first.index + first[0].length)}`
  return { seal, isUnaltered: digest(unsealed) === seal.contentSha256 }
}

function parsedSeal(content: string): Seal | null {
  try {
    return sealSchema.safeParse(JSON.parse(decodeURIComponent(content))).data ?? null
  } catch {
    return null
  }
}
