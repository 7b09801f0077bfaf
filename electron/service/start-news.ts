import type { StartState } from '../../shared/ipc/contract.js'
import type { AppError } from '../../shared/ipc/result.js'

/** What happened before a page was there to be told of it, kept until the page asks for its state. */
export class StartNews {
  #starting: Promise<void> = Promise.resolve()
  #refused: AppError[] = []
  #notices: string[] = []

  /** Lets the page's question wait for this. */
  waitFor(opened: Promise<void>): void {
    this.#starting = opened
  }

  addRefusal(refused: AppError): void {
    this.#refused.push(refused)
  }

  addNotice(message: string): void {
    this.#notices.push(message)
  }

  /** All of it, once what the page waits for is there; told once. */
  async take(): Promise<Pick<StartState, 'refused' | 'notices'>> {
    await this.#starting
    return { refused: this.#refused.splice(0), notices: this.#notices.splice(0) }
  }
}
