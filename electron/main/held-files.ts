/** What files the system hands over, kept until there is a window to show them. */
export class HeldFiles<T> {
  #held: T[] = []
  #take: ((files: T) => void) | null = null

  /** Hands files on, or keeps them while nobody takes them. */
  add(files: T): void {
    if (this.#take) this.#take(files)
    else this.#held.push(files)
  }

  /** What is kept by now, in the order in which it came; it is kept no longer. */
  release(): T[] {
    return this.#held.splice(0)
  }

  /** Hands over what is kept, and from then on each as it comes. */
  handTo(take: (files: T) => void): void {
    this.#take = take
    this.release().forEach(take)
  }
}
