import { toCodePoints } from '../../anchoring/code-points.js'
import type { CaseSnapshot } from '../../domain/case.js'
import type { Selector } from '../../domain/claim.js'
import type { Source, TextVersion } from '../../domain/source.js'
import { isAnchored } from '../places.js'
import { digestUri, iriOf, iriOfAddress, propertiesOf, saying, type LinkedNode } from './vocabulary.js'

interface Position {
  start: number
  end: number
}

/** The sources of a case and passages of them, as linked data. */
export class LinkedPassages {
  readonly #versions: ReadonlyMap<string, TextVersion>
  readonly #sources: readonly Source[]
  readonly #languages: ReadonlyMap<string, string>
  readonly #iris: ReadonlyMap<string, string>
  readonly #positions: ReadonlyMap<Selector, Position>

  constructor({ sources, texts, claims, evidence }: CaseSnapshot) {
    this.#sources = [...sources].sort((a, b) => a.position - b.position)
    this.#languages = new Map(sources.flatMap(({ id, language }) => (language ? [[id, language]] : [])))
    this.#iris = sourceIris(sources)
    this.#versions = new Map(texts.map((version) => [version.sourceId, version]))
    this.#positions = codePointPositions(texts, [...claims, ...evidence])
  }

  /** The record of each source, in their order. */
  sources(): LinkedNode[] {
    return this.#sources.map((source) => this.#source(source))
  }

  /** The language tag of a source, as a term of what is said in it; nothing where it is not known. */
  languageOf(sourceId: string): { language?: string } {
    const language = this.#languages.get(sourceId)
    return language === undefined ? {} : { language }
  }

  /**
   * A passage of a source. The quote always selects; its position (in code points) and the digest of the text only where
   * it stands in the current text, since older texts are not at hand.
   */
  passage(sourceId: string, selector: Selector): LinkedNode {
    const { exact, prefix, suffix } = selector
    const position = this.#positions.get(selector)
    const version = this.#versions.get(sourceId)
    return {
      type: 'SpecificResource',
      source: this.#iris.get(sourceId) ?? iriOf(sourceId),
      ...this.languageOf(sourceId),
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        ...(position ? [{ type: 'TextPositionSelector', ...position }] : []),
      ],
      state:
        version && position ? textState(version) : { id: iriOf(selector.textVersionId), type: 'TimeState' },
    }
  }

  #source(source: Source): LinkedNode {
    const { id, title, author, publisher, published, url, accessed, originalSha256 } = source
    const version = this.#versions.get(id)
    return saying({
      id: this.#iris.get(id),
      type: 'Text',
      identifier: iriOf(id),
      title,
      author: author && { name: author },
      publisher,
      published,
      address: url,
      accessed,
      format: source.mediaType,
      ...this.languageOf(id),
      sha256: originalSha256,
      state: version ? textState(version) : null,
      ...propertiesOf({
        kind: source.kind === 'unspecified' ? null : source.kind,
        reliability: source.reliability,
        credibility: source.credibility,
        'file name': source.fileName,
      }),
    })
  }
}

/** Which text it is: when it came to be, and the digest by which anyone can tell it. */
function textState({ id, createdAt, sha256, number }: TextVersion): LinkedNode {
  return {
    id: iriOf(id),
    type: 'TimeState',
    sourceDate: createdAt,
    cached: digestUri(sha256),
    sha256,
    version: number,
  }
}

/** A source is called by its address, unless several of the case have the same. */
function sourceIris(sources: readonly Source[]): Map<string, string> {
  const count = new Map<string, number>()
  for (const { url } of sources) if (url) count.set(url, (count.get(url) ?? 0) + 1)
  return new Map(
    sources.map(({ id, url }) => [id, (url && count.get(url) === 1 && iriOfAddress(url)) || iriOf(id)]),
  )
}

/** Where the passages stand that are in the current texts, each text being walked once. */
function codePointPositions(
  texts: readonly TextVersion[],
  records: readonly { sourceId: string | null; selector: Selector | null }[],
): Map<Selector, Position> {
  const bySource = new Map<string, Selector[]>()
  for (const { sourceId, selector } of records) {
    if (!sourceId || !selector) continue
    const selectors = bySource.get(sourceId)
    if (selectors) selectors.push(selector)
    else bySource.set(sourceId, [selector])
  }
  const positions = new Map<Selector, Position>()
  for (const version of texts) {
    const anchored = (bySource.get(version.sourceId) ?? []).filter((one) => isAnchored(version, one))
    const points = toCodePoints(
      version.text,
      anchored.flatMap(({ start, end }) => [start, end]),
    )
    anchored.forEach((selector, index) =>
      positions.set(selector, { start: points[2 * index]!, end: points[2 * index + 1]! }),
    )
  }
  return positions
}
