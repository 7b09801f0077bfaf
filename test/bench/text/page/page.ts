import { documentFromPlainText } from '../../../../shared/document/from-plain-text.js'
import { benchClaims, benchText, claimId, type BenchClaim, type TextSize } from '../text-data.js'
import type { Material, OpenDesign, TextDesign } from './design.js'
import { framePainted, framesPainted, nextFrame } from './frames.js'

/** The designs by name; each window loads the code of one. */
const designs: Record<string, () => Promise<OpenDesign>> = {
  stet: async () => (await import('./stet-design.js')).openStet,
  codemirror: async () => (await import('./codemirror-design.js')).openCodeMirror,
  prosemirror: async () => (await import('./prosemirror-design.js')).openProseMirror,
  recogito: async () => (await import('./recogito-design.js')).openRecogito,
}

/** How many frames a jump may go on moving unseen, and what counts as moving, in pixels. */
const jumpFrames = 12
const tolerance = 2

/** What the bench asks of the page. Every promise resolves when the main thread has painted the outcome. */
class Bench {
  readonly #mount = document.getElementById('mount')!
  #open: OpenDesign | null = null
  #material: Material | null = null
  #design: TextDesign | null = null
  #witness: BenchClaim | null = null
  #goal: { claim: BenchClaim; tops: (number | null)[] } | null = null

  /** Makes the data, loads the design's code and runs it once over a short text. */
  async prepare(name: string, { length, claims }: TextSize): Promise<void> {
    this.#open = await designs[name]!()
    const probe = materialOf({ length: 20_000, claims: 50 })
    const warm = this.#open(this.#mount, probe)
    await framesPainted(3)
    for (const claim of probe.claims.slice(0, 3)) {
      warm.jumpTo(claim)
      await framesPainted(2)
    }
    this.#mount.replaceChildren()
    this.#material = materialOf({ length, claims })
    await document.fonts.ready
    await framesPainted(5)
  }

  /** Opens the text; answers the milliseconds until it was painted with claims. */
  async open(): Promise<number> {
    const start = performance.now()
    this.#design = this.#open!(this.#mount, this.#material!)
    await paintedUntil(() => this.#scroller.querySelector('[data-claims], [data-annotation]') !== null)
    return performance.now() - start
  }

  nodes(): number {
    return this.#mount.querySelectorAll('*').length
  }

  /** Adds a claim where another one is in view. */
  async addClaim(number: number): Promise<void> {
    const id = claimId(1_000_000 + number)
    const { start, end } = this.#witness!
    this.#shown.addClaim({ id, start, end, verdict: 'contradicted', colour: 'red' })
    await paintedUntil(() => this.#shown.elementOf(id) !== null)
  }

  /** Picks the claim by which filtering is seen. */
  chooseWitness(): void {
    const found = this.#material!.claims.find(
      ({ id }, place) => place % 2 === 1 && this.#topInView(id) !== null,
    )
    if (!found) throw new Error('No claim is drawn in view')
    this.#witness = found
  }

  /** Shows every other claim, or all again. */
  async filter(half: boolean): Promise<void> {
    const { claims } = this.#material!
    this.#shown.setClaims(half ? claims.filter((_, place) => place % 2 === 0) : claims)
    await paintedUntil(() => (this.#shown.elementOf(this.#witness!.id) === null) === half)
  }

  /** Puts the caret some words into the text near the middle and scrolls there. */
  async placeCaret(share: number): Promise<boolean> {
    if (!this.#shown.placeCaret) return false
    const claim = this.#claimAt(share)
    this.#shown.jumpTo(claim)
    await framesPainted(jumpFrames)
    this.#shown.placeCaret(claim.start)
    await framesPainted(5)
    return true
  }

  allowTyping(): boolean {
    this.#shown.allowTyping?.()
    return this.#shown.allowTyping !== undefined
  }

  textLength(): number {
    return this.#shown.textNow?.().length ?? 0
  }

  /** The caret's place on the screen, to see that a key has moved it. */
  caret(): string {
    const selection = getSelection()
    const box = selection?.rangeCount ? selection.getRangeAt(0).getBoundingClientRect() : null
    return `${selection?.focusOffset} ${box?.top} ${box?.left}`
  }

  /** Resolves when the frame after the key's events was painted. */
  async settled(): Promise<void> {
    await framesPainted(2)
  }

  /** Scrolls by `step` pixels a frame; answers when each frame began. */
  async scroll(frames: number, step: number): Promise<number[]> {
    const began: number[] = []
    for (let frame = 0; frame <= frames; frame++) {
      began.push(await nextFrame())
      this.#scroller.scrollTop += step
    }
    return began
  }

  /** Jumps to the claim nearest to a share of the text (0 to 1), until it is drawn and in view. */
  async jump(share: number): Promise<void> {
    const claim = this.#claimAt(share)
    const tops: (number | null)[] = []
    this.#goal = { claim, tops }
    this.#shown.jumpTo(claim)
    await paintedUntil(() => tops[tops.push(this.#topInView(claim.id)) - 1] !== null)
  }

  /** After how many frames the last jump was at its end, nothing moving any more. */
  async jumpFrames(): Promise<number> {
    const { claim, tops } = this.#goal!
    for (let frame = 0; frame < jumpFrames; frame++) {
      await framePainted()
      tops.push(this.#topInView(claim.id))
    }
    const last = tops.at(-1)
    if (last === null || last === undefined) throw new Error('The claim did not stay in view')
    return tops.findLastIndex((top) => top === null || Math.abs(top - last) > tolerance) + 2
  }

  async scrollToShare(share: number): Promise<void> {
    this.#scroller.scrollTop = this.#scroller.scrollHeight * share
    await framesPainted(5)
  }

  #topInView(id: string): number | null {
    const box = this.#shown.elementOf(id)?.getBoundingClientRect()
    const { top, bottom } = this.#scroller.getBoundingClientRect()
    return box && box.bottom > top && box.top < bottom ? box.top - top : null
  }

  /** The claim that begins next after a share of the text. */
  #claimAt(share: number): BenchClaim {
    const { claims, text } = this.#material!
    const wanted = text.length * share
    return claims.reduce((best, claim) =>
      Math.abs(claim.start - wanted) < Math.abs(best.start - wanted) ? claim : best,
    )
  }

  get #shown(): TextDesign {
    if (!this.#design) throw new Error('Nothing is open')
    return this.#design
  }

  get #scroller(): HTMLElement {
    return this.#shown.scroller
  }
}

/** Waits for painted frames until a condition holds; for libraries that draw some time later. */
async function paintedUntil(holds: () => boolean): Promise<void> {
  const most = 1000
  for (let frame = 0; frame < most; frame++) {
    await framePainted()
    if (holds()) return
  }
  throw new Error(`Nothing of it was drawn within ${most} frames`)
}

function materialOf({ length, claims }: TextSize): Material {
  const text = benchText(length)
  return { text, document: documentFromPlainText(text).toJSON(), claims: benchClaims(text, claims) }
}

declare global {
  interface Window {
    bench: Bench
  }
}

window.bench = new Bench()
