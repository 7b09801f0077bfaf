import { StetError } from '../../../shared/ipc/result.js'
import { jsonValuesIn, mostJsonValues } from '../../../shared/report/json-values.js'
import { damaged, grouped } from '../import/refusals.js'
import { pastRecordLimit } from './record-limits.js'

/** How deep the values of a file may nest. */
const deepest = 64

/** A file with more values than one may have. */
export function tooManyValues(name: string): StetError {
  return pastRecordLimit(name, `has more than ${grouped(mostJsonValues)} values; that is the limit`)
}

/**
 * The value of a JSON text from outside. Throws `invalid` for what is no JSON or names a key by which the objects of a
 * program are changed, `too-large` for what nests too deep or has too many values; the latter is not parsed.
 */
export function jsonValue(text: string, name: string): unknown {
  if (jsonValuesIn(text) > mostJsonValues) throw tooManyValues(name)
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw damaged(
      name,
      `it is not JSON (${cause instanceof Error ? cause.message.slice(0, 120) : 'unreadable'})`,
      cause,
    )
  }
  refuseHostile(value, name)
  return value
}

/** Refuses values of a parsed file that nest too deep, are too many, or have a key that changes the objects of a program. */
export function refuseHostile(root: unknown, name: string): void {
  let level: unknown[] = [root]
  let count = 0
  for (let depth = 0; level.length > 0; depth++) {
    count += level.length
    if (depth > deepest)
      throw pastRecordLimit(name, `nests more than ${deepest} levels deep, which is the limit`)
    if (count > mostJsonValues) throw tooManyValues(name)
    level = level.flatMap((value) => inside(value, name))
  }
}

function inside(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value
  if (value === null || typeof value !== 'object') return []
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    if (!Object.hasOwn(value, key)) continue
    throw new StetError(
      'invalid',
      `“${name}” has a key named “${key}”, as files have that are made to do harm. It was not imported.`,
    )
  }
  return Object.values(value)
}
