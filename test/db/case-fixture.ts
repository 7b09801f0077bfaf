import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createCase, type CaseStore } from '../../db/case-store.js'
import { sha256 } from '../../db/digest.js'
import { StetError, type ErrorKind } from '../../shared/ipc/result.js'
import { idOf, idsFrom, importOf, instant, someText } from './case-data.js'

export * from './case-data.js'

/** A path in a new temporary folder, which goes after the test. */
export function caseFile(name = 'test.stet'): string {
  const folder = mkdtempSync(join(tmpdir(), 'stet-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, name)
}

/** A new case with the two sources 1 and 3 (both with `someText`), to be closed by the test. */
export function caseWithSources(path = caseFile()): {
  store: CaseStore
  path: string
  source: string
  other: string
} {
  const store = createCase(path, { title: 'Test case', id: idOf(999), at: instant() })
  store.importSources([importOf(someText), importOf(someText, 'Other')], idsFrom(1), 'Ada', instant(1))
  return { store, path, source: idOf(1), other: idOf(3) }
}

/** The kind of the StetError that `act` throws, with its message. */
export function refusal(act: () => unknown): { kind: ErrorKind; message: string } {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof StetError) return { kind: thrown.kind, message: thrown.message }
    throw thrown
  }
  throw new Error('Nothing was refused')
}

export const fileHash = (path: string): string => sha256(readFileSync(path))
