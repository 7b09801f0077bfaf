import { closeSync, openSync, writeSync } from 'node:fs'

/** A file that is written from its beginning to its end, and in which a part of what was written can be put right. */
export class GrowingFile {
  readonly #descriptor: number
  #size = 0

  /** @param path of a file that is there and empty; one that was taken away meanwhile is not made again */
  constructor(path: string) {
    this.#descriptor = openSync(path, 'r+')
  }

  /** How many bytes it has. */
  get size(): number {
    return this.#size
  }

  append(bytes: Uint8Array): void {
    this.#write(bytes, this.#size)
    this.#size += bytes.byteLength
  }

  /** Puts other bytes in the place of as many that were written before. */
  overwrite(place: number, bytes: Uint8Array): void {
    if (place + bytes.byteLength > this.#size) throw new RangeError('Only what was written can be put right')
    this.#write(bytes, place)
  }

  close(): void {
    closeSync(this.#descriptor)
  }

  #write(bytes: Uint8Array, place: number): void {
    for (let done = 0; done < bytes.byteLength;) {
      done += writeSync(this.#descriptor, bytes, done, bytes.byteLength - done, place + done)
    }
  }
}
