import type { StartState } from '../../shared/ipc/contract.js'
import type { AppError } from '../../shared/ipc/result.js'

/**
 * The start of a window's page: what happened before the page was there to be told of it, and what has to wait until the
 * page is drawn. Where no page was announced, as for the command line, nothing waits.
 */
export class PageStart {
  #opening: Promise<void> = Promise.resolve()
  #isAwaited = false
  #isSilent = false
  #drawn: Promise<void> = Promise.resolve()
  #draw: () => void = () => {}
  #refused: AppError[] = []
  #notices: string[] = []

  /** Announces a page. Its first question waits for `opening`, which resolves when what it is to show is open. */
  announce(opening: () => Promise<void>): Promise<void> {
    this.#isAwaited = true
    this.#isSilent = true
    this.#drawn = new Promise((resolve) => (this.#draw = resolve))
    return (this.#opening = opening())
  }

  /** Whether the page has not asked for its state yet, and would miss what it is told. */
  get isAwaited(): boolean {
    return this.#isAwaited
  }

  /** Whether the page that was announced has asked nothing yet. */
  get isSilent(): boolean {
    return this.#isSilent
  }

  /** Resolves once the page has drawn what it began with. */
  get drawn(): Promise<void> {
    return this.#drawn
  }

  /** The page has drawn what it began with. */
  wasDrawn(): void {
    this.#draw()
  }

  addRefusal(refused: AppError): void {
    this.#refused.push(refused)
  }

  addNotice(message: string): void {
    this.#notices.push(message)
  }

  /** What happened before the page was there, once what it waits for is open; told once. */
  async take(): Promise<Pick<StartState, 'refused' | 'notices'>> {
    this.#isSilent = false
    await this.#opening
    this.#isAwaited = false
    return { refused: this.#refused.splice(0), notices: this.#notices.splice(0) }
  }
}
