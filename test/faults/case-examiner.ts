import { createInterface } from 'node:readline'
import { stdin, stdout } from 'node:process'
import { canonicalJson } from '../../shared/domain/canonical-json.js'
import { openCase, type CaseStore } from '../../db/case-store.js'
import { sha256 } from '../../db/digest.js'
import { inspectCase } from '../../db/inspect-case.js'
import { salvageCase } from '../../db/salvage/salvage-case.js'
import { StetError } from '../../shared/ipc/result.js'
import { idOf, instant } from '../db/case-data.js'

export interface Question {
  path: string
  /** Salvage the file to here as well. */
  salvageTo?: string
}

/** What came of an attempt: a value, or the kind of the `StetError`; `strange` is any other error. */
type Answer<T> = { value: T } | { refused: string; message: string } | { strange: string }

export interface Examination {
  /** What the case says when it is opened; `verified` is whether its own verification finds nothing. */
  opened: Answer<{ content: string; told: string[]; verified: boolean }>
  /** Whether the verification of the closed file finds nothing. */
  inspected: Answer<boolean>
  /** The ids of what was salvaged. */
  salvaged: Answer<{ notes: string[]; claims: string[] }> | null
}

/*
 * Run as a process of its own, because a file may make it crash or hang: answers each question on stdin, a line of JSON,
 * with a line of JSON.
 */
function examination({ path, salvageTo }: Question): Examination {
  return {
    inspected: answerTo(() => inspectCase(path).sound),
    salvaged: salvageTo === undefined ? null : answerTo(() => salvaged(path, salvageTo)),
    opened: answerTo(() => {
      const store = openCase(path)
      try {
        return { ...contentOf(store), verified: store.verify().sound }
      } finally {
        store.close()
      }
    }),
  }
}

/** All that a case says, as a digest, and what it tells to be damaged. */
function contentOf(store: CaseStore): { content: string; told: string[] } {
  const { damaged, ...records } = store.records()
  const told = damaged.map(({ message }) => message)
  const texts: unknown[] = []
  for (const { id, originalSha256 } of records.sources) {
    const reads: (() => unknown)[] = [() => store.text(id), () => sha256(store.original(originalSha256))]
    for (const read of reads) {
      const answer = answerTo(read)
      if ('value' in answer) texts.push(answer.value)
      else told.push(JSON.stringify(answer))
    }
  }
  return { content: sha256(canonicalJson([records, texts])), told }
}

function salvaged(path: string, to: string): { notes: string[]; claims: string[] } {
  salvageCase(path, to, { actor: 'Ada', at: instant(9000), id: idOf(77) })
  const store = openCase(to)
  try {
    const { notes, claims, damaged } = store.records()
    if (damaged[0]) throw new Error(`Salvaged, but damaged: ${damaged[0].message}`)
    return { notes: notes.map(({ id, text }) => `${id} ${sha256(text)}`), claims: claims.map(({ id }) => id) }
  } finally {
    store.close()
  }
}

function answerTo<T>(act: () => T): Answer<T> {
  try {
    return { value: act() }
  } catch (thrown) {
    if (thrown instanceof StetError) return { refused: thrown.kind, message: thrown.message }
    return { strange: thrown instanceof Error ? String(thrown.stack) : String(thrown) }
  }
}

createInterface({ input: stdin }).on('line', (line) => {
  stdout.write(`${JSON.stringify(examination(JSON.parse(line) as Question))}\n`)
})
