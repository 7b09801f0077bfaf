import { compareSeal, type SealComparison, type SignedState } from './compare-seal.js'
import { readSeal, type Digest } from './seal.js'

/** What was found about a report that was saved before. */
export interface VerifiedReport {
  fileName: string
  /** `none`: it has no seal. `altered`: the file is not what was saved, or its seal cannot be read. */
  file: 'unaltered' | 'altered' | 'none'
  /** When it was made, an instant, and by what; null without a seal that can be read. */
  made: { at: string; program: string } | null
  /** How its signatures compare with a case; null where there is no case to compare with, or no seal. */
  comparison: SealComparison | null
  /** How many signatures it says it has. */
  signatures: number
}

/** What a page says of itself, and of a case. */
export function verifiedReport(
  fileName: string,
  text: string,
  digest: Digest,
  state: SignedState | null,
): VerifiedReport {
  const read = readSeal(text, digest)
  if (read === null || read === 'unreadable') {
    return { fileName, file: read ? 'altered' : 'none', made: null, comparison: null, signatures: 0 }
  }
  const { seal, isUnaltered } = read
  return {
    fileName,
    file: isUnaltered ? 'unaltered' : 'altered',
    made: { at: seal.generatedAt, program: seal.program },
    comparison: state && compareSeal(seal, state),
    signatures: seal.signatures.length,
  }
}
