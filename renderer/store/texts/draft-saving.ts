import type { SourceId, TextVersionId } from '../../../shared/domain/ids.js'
import { ask } from '../../bridge/bridge.js'
import { tellError } from '../toasts.js'

/** How long what was typed may wait until it is kept, in milliseconds; typing on does not put it off. */
const savingDelay = 400

/** Keeps the steps of one correction in the case file as they come, in parts. */
export class DraftSaver {
  readonly #sourceId: SourceId
  readonly #textVersionId: TextVersionId
  #nextPart: number
  #waiting: unknown[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> = Promise.resolve()

  /** `savedParts` is how many parts of the draft are kept already; without any, the first takes the place of an older draft. */
  constructor(sourceId: SourceId, textVersionId: TextVersionId, savedParts: number) {
    this.#sourceId = sourceId
    this.#textVersionId = textVersionId
    this.#nextPart = savedParts
  }

  add(steps: readonly unknown[]): void {
    this.#waiting.push(...steps)
    this.#timer ??= setTimeout(() => void this.flush(), savingDelay)
  }

  /** Resolves when all steps are kept, or could not be (and that was said). */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#saving = this.#saving.then(() => this.#save())
    return this.#saving
  }

  /** Nothing that still waits is kept. */
  drop(): void {
    clearTimeout(this.#timer)
    this.#waiting = []
  }

  async #save(): Promise<void> {
    const steps = this.#waiting
    if (steps.length === 0) return
    this.#waiting = []
    const part = { sourceId: this.#sourceId, textVersionId: this.#textVersionId, number: this.#nextPart }
    try {
      await ask('draft.save', { ...part, steps })
      this.#nextPart += 1
    } catch (error) {
      this.#waiting = [...steps, ...this.#waiting]
      tellError(error)
    }
  }
}
