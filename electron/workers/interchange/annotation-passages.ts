import {
  iriIn,
  isObject,
  listOf,
  objectsOf,
  propertiesIn,
  textOf,
  typesOf,
  type LinkedValue,
} from './linked-value.js'
import type { IncomingPassage, TextHint } from './incoming.js'
import { uuidOf } from './named-id.js'
import { cutTo, longest } from './record-limits.js'

/** The passage of a target, or why it has none. */
export type FoundPassage = { passage: IncomingPassage } | { why: string }

const digest = /^[0-9a-f]{64}$/

/** Collects what annotations say of their texts and reads the passages in them. */
export class AnnotationPassages {
  readonly #texts = new Map<string, TextHint>()
  /** Ranges of a page's markup, which say nothing about a text. */
  rangesIgnored = 0

  /** What a collection tells of its sources at its head. */
  addSources(sources: unknown): void {
    for (const source of objectsOf(sources)) {
      const key = iriIn(source)
      if (key) this.#describe(source, this.#hint(key))
    }
  }

  /** The texts that passages stand in, as far as any does. */
  texts(): TextHint[] {
    return [...this.#texts.values()]
  }

  passage(target: unknown): FoundPassage {
    if (!isObject(target)) return { why: 'it is about a whole text, not about a passage' }
    const key = iriIn(target.source) ?? iriIn(target)
    if (!key) return { why: 'it does not say which text it is about' }
    const hint = this.#hint(cutTo(key, longest.key))
    if (isObject(target.source)) this.#describe(target.source, hint)
    const state = objectsOf(target.state)[0]
    const textDigest = state ? digestIn(state) : null
    if (textDigest && !hint.textDigests.includes(textDigest)) hint.textDigests.push(textDigest)
    return this.#selected(hint.key, selectorsIn(target.selector), textDigest)
  }

  #selected(text: string, selectors: readonly LinkedValue[], textDigest: string | null): FoundPassage {
    const ofType = (type: string) => selectors.find((selector) => typesOf(selector).includes(type))
    if (ofType('RangeSelector')) this.rangesIgnored++
    const quote = ofType('TextQuoteSelector')
    const exact = typeof quote?.exact === 'string' ? quote.exact : null
    const position = positionIn(ofType('TextPositionSelector'))
    if (!quote || !exact) return { why: whyNoQuote(selectors, position !== null) }
    if (exact.length > longest.quote) return { why: `its quote is longer than ${longest.quote} characters` }
    const [prefix, suffix] = [contextIn(quote.prefix), contextIn(quote.suffix)]
    return {
      passage: {
        text,
        exact,
        prefix: prefix.slice(-longest.context).replace(/^[\uDC00-\uDFFF]/, ''),
        suffix: cutTo(suffix, longest.context),
        position,
        textDigest,
        paragraphs: null,
      },
    }
  }

  #hint(key: string): TextHint {
    const known = this.#texts.get(key)
    if (known) return known
    const address = /^https?:\/\//i.test(key) ? key : null
    const hint: TextHint = {
      key,
      label: key,
      textDigests: [],
      fileDigest: null,
      sourceId: uuidOf(key),
      address,
      title: null,
    }
    this.#texts.set(key, hint)
    return hint
  }

  #describe(source: LinkedValue, hint: TextHint): void {
    const title = textOf(source.title) ?? textOf(source.label) ?? textOf(source['dc:title'])
    hint.title ??= title && cutTo(title.trim(), longest.label)
    hint.label = hint.title ?? hint.label
    hint.address ??= textOf(source.address)
    hint.sourceId ??= uuidOf(textOf(source.identifier) ?? '')
    const bytes = textOf(source.sha256)
    if (bytes && digest.test(bytes)) hint.fileDigest ??= bytes
    for (const state of objectsOf(source.state)) {
      const found = digestIn(state)
      if (found && !hint.textDigests.includes(found)) hint.textDigests.push(found)
    }
  }
}

const contextIn = (value: unknown): string => (typeof value === 'string' ? value : '')

function digestIn(state: LinkedValue): string | null {
  const found = textOf(state.sha256)
  return found && digest.test(found) ? found : null
}

/** Selectors, with those that refine them, as they may nest. */
function selectorsIn(value: unknown): LinkedValue[] {
  return listOf(value).flatMap((one) => {
    if (!isObject(one)) return []
    const inner = one.refinedBy ?? one.items
    return inner === undefined ? [one] : [...selectorsIn(inner), one]
  })
}

function positionIn(selector: LinkedValue | undefined): IncomingPassage['position'] {
  const { start, end } = selector ?? {}
  if (typeof start !== 'number' || typeof end !== 'number') return null
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end > start
    ? { start, end }
    : null
}

function whyNoQuote(selectors: readonly LinkedValue[], hasPosition: boolean): string {
  if (selectors.length === 0) return 'it is about a whole text, not about a passage'
  if (hasPosition) return 'it gives a position without the words that stand there'
  const types = selectors.flatMap(typesOf)
  return `it points at its passage in a way that Stet does not read${types.length ? ` (${types.join(', ').slice(0, 100)})` : ''}`
}

/** How an exported thing grades what it cites. */
export function gradesIn(thing: LinkedValue): { reliability: string | null; credibility: string | null } {
  const properties = propertiesIn(thing)
  return {
    reliability: properties.get('reliability') ?? null,
    credibility: properties.get('credibility') ?? null,
  }
}
