import type { MessagePort } from 'node:worker_threads'
import { CaseAssembly, type CaseHead, type HandedPart } from '../../db/operations/reading/case-assembly.js'
import type { Checkables } from '../../shared/coverage/checkables.js'
import type { CaseSnapshot } from '../../shared/domain/case.js'
import { StetError } from '../../shared/ipc/result.js'
import type { TextVersion } from '../../shared/domain/source.js'
import type { LogExtract } from '../../shared/report/log-extract.js'
import type { ReportMaterial } from '../../shared/report/material.js'
import { coverageOfCase } from './coverage-of-case.js'
import { connect } from './port-rpc.js'
import { received } from './port-stream.js'

/**
 * Through which a worker gets a case: on the first its parts come straight from the worker that holds the file, on the
 * second it can ask what can be checked in a text; null when nobody wants to know.
 */
export type CasePorts = [parts: MessagePort, texts: MessagePort | null]

/** What is served at the other end of the second port. */
export interface TextQuestions extends Record<string, (...args: never[]) => unknown> {
  checkables: (text: Pick<TextVersion, 'id' | 'sourceId' | 'text'>) => Promise<Checkables> | Checkables
}

/** A whole case as it was when its first part was sent, and what a report tells beside its records. */
export async function readHandedCase(
  ...[parts, texts]: CasePorts
): Promise<{ snapshot: CaseSnapshot; material: ReportMaterial }> {
  const { snapshot, log } = await assembled(parts)
  return { snapshot, material: { log, coverage: texts && (await coverageBy(texts, snapshot)) } }
}

async function assembled(parts: MessagePort): Promise<{ snapshot: CaseSnapshot; log: LogExtract }> {
  const assembly = new CaseAssembly()
  let head: CaseHead | null = null
  for await (const part of received<HandedPart>(parts)) {
    if ('info' in part) head = part
    else assembly.add(part)
  }
  if (!head) throw new StetError('internal', 'The case came without its name.')
  return { snapshot: assembly.snapshot(head.info), log: head.log }
}

async function coverageBy(texts: MessagePort, snapshot: CaseSnapshot) {
  try {
    const { checkables } = connect<TextQuestions>(texts).remote
    return await coverageOfCase(snapshot, ({ id, sourceId, text }) => checkables({ id, sourceId, text }))
  } finally {
    texts.close()
  }
}
