import iconv from 'iconv-lite'
import { StetError, type ErrorKind } from '../../../../shared/ipc/result.js'
import type { FileBytes } from '../../../../electron/workers/import/file-bytes.js'

/** The bytes of a text in an encoding, without a byte order mark. */
export function encoded(text: string, encoding = 'utf-8'): Uint8Array {
  return new Uint8Array(iconv.encode(text, encoding, { addBOM: false }))
}

/** A file of that name with that text or these bytes, of which nobody has named the encoding. */
export function fileOf(name: string, content: string | Uint8Array): FileBytes {
  return { name, bytes: typeof content === 'string' ? encoded(content) : content, encoding: null }
}

/** The kind and message of the StetError that `act` throws. */
export function refusal(act: () => unknown): { kind: ErrorKind; message: string } {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof StetError) return { kind: thrown.kind, message: thrown.message }
    throw thrown
  }
  throw new Error('Nothing was refused')
}

/** The kind and message of the StetError that what `act` promises fails with. */
export async function laterRefusal(
  act: () => Promise<unknown>,
): Promise<{ kind: ErrorKind; message: string }> {
  const outcome = await act().then(
    () => new Error('Nothing was refused'),
    (thrown: unknown) => thrown,
  )
  return refusal(() => {
    throw outcome
  })
}
