import type { DiskCall } from './disk-log.js'
import type { SeededRandom } from './seeded-random.js'

/** The unit that a disk writes whole or not at all, in bytes. */
const sector = 512

type Change = { position: number; bytes: Buffer } | { size: number }

/** What became of a file: what is surely on the medium, and what was asked for since it was last flushed. */
interface SimulatedFile {
  durable: Buffer
  pending: Change[]
  /** The size that the running system sees, in bytes. */
  size: number
}

type Naming = { path: string; file: SimulatedFile | null }

/**
 * A disk that loses power. It follows the calls of a program; at any moment it can say what the medium may hold: all
 * that was flushed, and of everything since (bytes of files, their sizes, and names in the folder) some, none, or
 * torn parts.
 */
export class SimulatedDisk {
  readonly #folder: string
  /** Names as the running system sees them. */
  readonly #names = new Map<string, SimulatedFile>()
  readonly #durableNames = new Map<string, SimulatedFile>()
  #pendingNames: Naming[] = []
  readonly #open = new Map<number, SimulatedFile | 'folder'>()

  /** `before` are the files of the folder that were there and flushed before the first call. */
  constructor(folder: string, before: ReadonlyMap<string, Buffer>) {
    this.#folder = folder
    for (const [path, bytes] of before) {
      const file = { durable: bytes, pending: [], size: bytes.length }
      this.#names.set(path, file)
      this.#durableNames.set(path, file)
    }
  }

  follow(call: DiskCall): void {
    switch (call.does) {
      case 'open':
        return this.#opened(call)
      case 'close':
        return void this.#open.delete(call.file)
      case 'write': {
        const end = call.position + call.bytes.length
        return this.#changed(call.file, { position: call.position, bytes: call.bytes }, (size) =>
          Math.max(size, end),
        )
      }
      case 'truncate':
        return this.#changed(call.file, { size: call.size }, () => call.size)
      case 'sync':
        return this.#synced(call.file)
      case 'unlink':
        return this.#named(call.path, null)
      case 'rename': {
        const file = this.#names.get(call.from)
        this.#named(call.from, null)
        return this.#named(call.to, file ?? null)
      }
      case 'say':
    }
  }

  /** The files that the medium may hold when the power goes now. */
  afterPowerLoss(random: SeededRandom): Map<string, Buffer> {
    const names = new Map(this.#durableNames)
    // A folder's journal keeps the order of names: what is there is a beginning of what was asked for.
    for (const naming of this.#pendingNames.slice(0, random.below(this.#pendingNames.length + 1))) {
      rename(names, naming)
    }
    return new Map([...names].map(([path, file]) => [path, contentAfterPowerLoss(file, random)]))
  }

  #opened(call: DiskCall & { does: 'open' }): void {
    if (call.path === this.#folder) return void this.#open.set(call.file, 'folder')
    let file = this.#names.get(call.path)
    if (!file) {
      if (!call.creates) throw new Error(`The log opens ${call.path}, which is not there`)
      file = { durable: Buffer.alloc(0), pending: [], size: 0 }
      this.#named(call.path, file)
    }
    this.#open.set(call.file, file)
    if (call.empties && file.size > 0) this.#changed(call.file, { size: 0 }, () => 0)
  }

  #changed(descriptor: number, change: Change, sizeAfter: (size: number) => number): void {
    const file = this.#open.get(descriptor)
    if (!file || file === 'folder') throw new Error(`The log writes to ${descriptor}, which is no open file`)
    file.pending.push(change)
    file.size = sizeAfter(file.size)
  }

  #synced(descriptor: number): void {
    const file = this.#open.get(descriptor)
    if (file === 'folder') {
      for (const naming of this.#pendingNames.splice(0)) rename(this.#durableNames, naming)
    } else if (file) {
      file.durable = withChanges(file.durable, file.pending)
      file.pending = []
    }
  }

  #named(path: string, file: SimulatedFile | null): void {
    rename(this.#names, { path, file })
    this.#pendingNames.push({ path, file })
  }
}

function rename(names: Map<string, SimulatedFile>, { path, file }: Naming): void {
  if (file) names.set(path, file)
  else names.delete(path)
}

/** Which of the changes since the last flush reached the medium. */
function contentAfterPowerLoss({ durable, pending, size }: SimulatedFile, random: SeededRandom): Buffer {
  const fate = random.pick(['none', 'all', 'each', 'torn', 'beginning'] as const)
  const upTo = random.below(pending.length + 1)
  const kept = pending.flatMap((change, index): Change[] => {
    if (fate === 'all' || (fate === 'beginning' && index < upTo)) return [change]
    if (fate === 'none' || (fate === 'beginning' && index > upTo)) return []
    if (fate === 'each' || !('bytes' in change)) return random.chance(0.5) ? [change] : []
    return tornParts(change, random)
  })
  const content = withChanges(durable, kept)
  // The size can be on the medium although the bytes are not; they read as zeros then.
  if (content.length >= size || random.chance(0.5)) return content
  return Buffer.concat([content, Buffer.alloc(size - content.length)])
}

function tornParts({ position, bytes }: { position: number; bytes: Buffer }, random: SeededRandom): Change[] {
  const parts: Change[] = []
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, from + sector - ((position + from) % sector))
    if (random.chance(0.5)) parts.push({ position: position + from, bytes: bytes.subarray(from, to) })
    from = to
  }
  return parts
}

function withChanges(before: Buffer, changes: readonly Change[]): Buffer {
  const longest = changes.reduce((size, change) => Math.max(size, endOf(change)), before.length)
  const content = Buffer.alloc(longest)
  before.copy(content)
  let size = before.length
  for (const change of changes) {
    if ('bytes' in change) {
      change.bytes.copy(content, change.position)
      size = Math.max(size, endOf(change))
    } else {
      if (change.size < size) content.fill(0, change.size, size)
      size = change.size
    }
  }
  return content.subarray(0, size)
}

const endOf = (change: Change): number =>
  'bytes' in change ? change.position + change.bytes.length : change.size
