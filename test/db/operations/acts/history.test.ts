import { describe, expect, it } from 'vitest'
import {
  emptyHistory,
  takenBack,
  undoStateOf,
  withAct,
  withRedone,
  withUndone,
} from '../../../../db/operations/acts/history.js'
import type { Change } from '../../../../shared/domain/change.js'
import type { Note } from '../../../../shared/domain/note.js'
import type { Source } from '../../../../shared/domain/source.js'
import { idOf, instant } from '../../case-data.js'

const note = (text: string): Note => ({ id: idOf(1), text }) as Note
const written = (before: Note | null, after: Note | null) => ({
  label: before ? 'Edit note' : 'Write note',
  changes: [{ kind: 'note', key: idOf<string>(1), before, after }] satisfies Change[],
})
const step = (label: string) => ({ label, changes: [] })

describe('steps', () => {
  it('are taken back and done again, newest first', () => {
    let history = withAct(withAct(emptyHistory, step('one')), step('two'))
    expect(undoStateOf(history)).toEqual({ undo: 'two', redo: null })
    history = withUndone(withUndone(history, []), [])
    expect(undoStateOf(history)).toEqual({ undo: null, redo: 'one' })
    history = withRedone(history, [])
    expect(undoStateOf(history)).toEqual({ undo: 'one', redo: 'two' })
    expect(undoStateOf(withAct(history, step('three')))).toEqual({ undo: 'three', redo: null })
    expect(() => withUndone(emptyHistory, [])).toThrow(RangeError)
    expect(() => withRedone(emptyHistory, [])).toThrow(RangeError)
  })

  it('of writing one note are one, from the first before to the last after', () => {
    const first = withAct(emptyHistory, written(null, note('a')), 'note')
    const both = withAct(first, written(note('a'), note('ab')), 'note')
    expect(both.done).toEqual([written(null, note('ab'))])
    expect(first.done).toEqual([written(null, note('a'))])
  })

  it('of writing are apart when anything came between, taking back included', () => {
    const first = withAct(emptyHistory, written(null, note('a')), 'note')
    const between = withAct(withAct(first, step('other')), written(note('a'), note('ab')), 'note')
    expect(between.done).toHaveLength(3)
    const another = withAct(
      withAct(first, written(null, note('b')), 'note 2'),
      written(note('a'), note('ab')),
      'note',
    )
    expect(another.done).toHaveLength(3)
    const undone = withUndone(withAct(first, step('other')), [])
    expect(withAct(undone, written(note('a'), note('ab')), 'note').done).toHaveLength(2)
  })
})

describe('what takes changes back', () => {
  const source = { id: idOf(1), removedAt: null } as Source
  const change = (before: Source | null, after: Source | null): Change => ({
    kind: 'source',
    key: idOf<string>(1),
    before,
    after,
  })
  const gone = (seconds: number): Source => ({ ...source, removedAt: instant(seconds) })

  it('marks an imported source as removed, at that time', () => {
    expect(takenBack([change(null, source)], instant(5))).toEqual([change(source, gone(5))])
  })

  it('brings a removed source back, and removes it again at the time of that', () => {
    expect(takenBack([change(source, gone(1))], instant(5))).toEqual([change(gone(1), source)])
    expect(takenBack([change(gone(1), source)], instant(5))).toEqual([change(source, gone(5))])
  })

  it('goes backwards and leaves other records as they were', () => {
    const changes = [...written(null, note('a')).changes, change(source, { ...source, title: 'New' })]
    expect(takenBack(changes, instant(5))).toEqual([
      change({ ...source, title: 'New' }, source),
      ...written(note('a'), null).changes,
    ])
  })
})
