/** One call that io-shim.c recorded. Positions and sizes in bytes. */
export type DiskCall =
  | { does: 'open'; file: number; path: string; creates: boolean; empties: boolean }
  | { does: 'close'; file: number }
  | { does: 'write'; file: number; position: number; bytes: Buffer }
  | { does: 'truncate'; file: number; size: number }
  | { does: 'sync'; file: number }
  | { does: 'unlink'; path: string }
  | { does: 'rename'; from: string; to: string }
  | { does: 'say'; text: string }

const headLength = 20
const flagCreate = 0o100
const flagTruncate = 0o1000

/** The calls in a log, in the order in which they were made. A last one that is incomplete is left out. */
export function readDiskLog(log: Buffer): DiskCall[] {
  const calls: DiskCall[] = []
  for (let place = 0; place + headLength <= log.length;) {
    const end = place + headLength + log.readUInt32LE(place + 16)
    if (end > log.length) break
    const head = {
      operation: log.readUInt32LE(place),
      file: log.readInt32LE(place + 4),
      position: Number(log.readBigInt64LE(place + 8)),
    }
    calls.push(callFrom(head, log.subarray(place + headLength, end)))
    place = end
  }
  return calls
}

function callFrom(
  { operation, file, position }: { operation: number; file: number; position: number },
  bytes: Buffer,
): DiskCall {
  const text = () => bytes.toString('utf8')
  switch (operation) {
    case 1: {
      const creates = (position & flagCreate) !== 0
      return { does: 'open', file, path: text(), creates, empties: (position & flagTruncate) !== 0 }
    }
    case 2:
      return { does: 'close', file }
    case 3:
      return { does: 'write', file, position, bytes }
    case 4:
      return { does: 'truncate', file, size: position }
    case 5:
      return { does: 'sync', file }
    case 6:
      return { does: 'unlink', path: text() }
    case 7: {
      const [from = '', to = ''] = text().split('\n')
      return { does: 'rename', from, to }
    }
    case 8:
      return { does: 'say', text: text() }
    default:
      throw new Error(`The log holds an operation ${operation}`)
  }
}
