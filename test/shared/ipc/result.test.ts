import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorKinds, StetError, toAppError, unwrap } from '../../../shared/ipc/result.js'
import { appErrorSchema } from './app-error-schema.js'

describe('an error across processes', () => {
  it.each(errorKinds)('keeps its kind and message: %s', (kind) => {
    const error = toAppError(new StetError(kind, 'What happened, and what to do.'))
    expect(error).toEqual({ kind, message: 'What happened, and what to do.' })
    expect(() => unwrap({ ok: false, error })).toThrow(
      expect.objectContaining({ ...error, name: 'StetError' }),
    )
  })

  it('quotes a name without letting it act', () => {
    const named = new StetError('io', '“invoice\u202efdp.exe\nAll is well” could not be read.')
    expect(toAppError(named).message).toBe('“invoice\\u202efdp.exe All is well” could not be read.')
  })

  it('is plain data for anything that can be thrown', () => {
    const circular: { self?: unknown } = {}
    circular.self = circular
    const odd = [
      new TypeError('x'),
      'words',
      null,
      undefined,
      5n,
      Symbol('s'),
      circular,
      Object.create(null),
      () => {},
    ]
    for (const thrown of odd) {
      const error = toAppError(thrown)
      expect(appErrorSchema.parse(structuredClone(error))).toEqual(error)
      expect(error.kind).toBe('internal')
    }
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withObjectString: true }), (thrown) => {
        expect(toAppError(thrown).kind).toBe('internal')
      }),
    )
  })

  it('does not come of a good answer', () => {
    expect(unwrap({ ok: true, value: null })).toBe(null)
  })
})
