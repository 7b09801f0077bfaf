import { standingOf, type Assessment } from '../domain/assessment.js'
import type { CaseSnapshot } from '../domain/case.js'
import type { Claim } from '../domain/claim.js'
import { personRoles, type PersonRole, type SignOff } from '../domain/review.js'
import { labelOf } from '../domain/verdicts.js'
import { verdictMark } from './verdict-marks.js'
import type { Label, Wording } from './wording.js'
import { caseScaleOf, type CaseScale } from '../domain/case-scale.js'

/** What somebody said of a claim after its checker. `standing` reads after the name: "Grace agrees". */
export interface AssessmentEntry {
  name: string
  roleLabel: string
  sign: string
  verdictLabel: string
  standing: string
  comment: string | null
  /** An instant. */
  at: string
}

export interface SignatureEntry {
  name: string
  roleLabel: string
  /** An instant. */
  at: string
  /** "round 2 (Second reading)"; null for a signature outside any round. */
  round: string | null
  comment: string | null
  /** The digest of what was signed. */
  sha256: string
  /** Whether what was signed has changed since. */
  isStale: boolean
}

/** A place to sign, or a signature over the case. `name` is empty when it is not known who will. */
export interface SignOffLine {
  role: string
  name: string
  signature: SignatureEntry | null
}

/** The people of a case with what they said and signed. */
export type ReviewMaterial = Pick<
  CaseSnapshot,
  'people' | 'rounds' | 'assessments' | 'signOffs' | 'staleSignOffs' | 'preferences'
>

const standings = {
  agrees: 'agrees',
  differs: 'differs',
  settled: 'differed; the verdict was kept',
  awaits: 'judged it first',
} as const satisfies Record<string, Label>

/** What the reports say of the review; what stands under no claim is over the case. */
export class ReviewEntries {
  readonly #material: ReviewMaterial
  readonly #stale: ReadonlySet<string>
  readonly #withComments: boolean
  readonly #words: Wording
  readonly #scale: CaseScale
  readonly #assessments: Map<string, Assessment[]>
  readonly #signOffs: Map<string | null, SignOff[]>

  /** @param withComments whether what was written beside a judgement is told: it is work among colleagues. */
  constructor(material: ReviewMaterial, withComments: boolean, words: Wording) {
    this.#words = words
    this.#scale = caseScaleOf(material.preferences)
    this.#material = material
    this.#stale = new Set(material.staleSignOffs)
    this.#withComments = withComments
    this.#assessments = grouped(material.assessments)
    this.#signOffs = grouped(material.signOffs)
  }

  assessmentsOf(claim: Claim): AssessmentEntry[] {
    return (this.#assessments.get(claim.id) ?? []).map((assessment) => this.#assessment(assessment, claim))
  }

  /** The signatures over a claim, or over the case (null), oldest first. */
  signaturesOver(claimId: string | null): SignatureEntry[] {
    return (this.#signOffs.get(claimId) ?? []).map((signOff) => this.#signature(signOff))
  }

  /** For each role who signed the case and who can, at least one line; `checker` is the name that the report has. */
  signOffLines(checker: string): SignOffLine[] {
    const signed = this.#signOffs.get(null) ?? []
    return personRoles.flatMap(({ id, label }) => {
      const lines = signed
        .filter(({ role }) => role === id)
        .map((signOff): SignOffLine => ({
          role: this.#words.label(label),
          name: signOff.name,
          signature: this.#signature(signOff),
        }))
      for (const name of this.#whoCanSign(id, signed)) {
        lines.push({ role: this.#words.label(label), name, signature: null })
      }
      const nobody: SignOffLine = {
        role: this.#words.label(label),
        name: id === 'checker' ? checker : '',
        signature: null,
      }
      return lines.length ? lines : [nobody]
    })
  }

  #whoCanSign(role: PersonRole, signed: readonly SignOff[]): string[] {
    const have = new Set(signed.map(({ personId }) => personId))
    return this.#material.people
      .filter((one) => one.role === role && !have.has(one.id))
      .map(({ name }) => name)
  }

  #assessment(assessment: Assessment, claim: Claim): AssessmentEntry {
    const person = this.#material.people.find(({ id }) => id === assessment.personId)
    const verdict = verdictMark(assessment.verdict, this.#scale, this.#words)
    return {
      name: person?.name ?? '',
      roleLabel: person ? this.#words.label(labelOf(personRoles, person.role)) : '',
      sign: verdict?.sign ?? '',
      verdictLabel: verdict?.label ?? '',
      standing: this.#words.say(standings[standingOf(assessment, claim)]),
      comment: this.#withComments ? assessment.comment : null,
      at: assessment.updatedAt,
    }
  }

  #signature({ id, name, role, roundId, comment, signedAt, signedSha256 }: SignOff): SignatureEntry {
    const round = this.#material.rounds.find((one) => one.id === roundId)
    return {
      name,
      roleLabel: this.#words.label(labelOf(personRoles, role)),
      at: signedAt,
      round: round
        ? this.#words.say('round {number} ({title})', { number: round.number, title: round.title })
        : null,
      comment,
      sha256: signedSha256,
      isStale: this.#stale.has(id),
    }
  }
}

function grouped<K, T extends { claimId: K }>(records: readonly T[]): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const record of records) groups.set(record.claimId, [...(groups.get(record.claimId) ?? []), record])
  return groups
}
