import { expect, it } from 'vitest'
import { HeldFiles } from '../../../electron/main/held-files.js'

function heldWith(...files: string[]) {
  const held = new HeldFiles<string>()
  for (const file of files) held.add(file)
  return held
}

it('keeps what comes before anybody takes it, in its order', () => {
  const taken: string[] = []
  const held = heldWith('a.stet', 'b.stet')
  held.handTo((file) => taken.push(file))
  expect(taken).toEqual(['a.stet', 'b.stet'])
})

it('hands on at once what comes later', () => {
  const taken: string[] = []
  const held = heldWith()
  held.handTo((file) => taken.push(file))
  held.add('a.stet')
  expect(taken).toEqual(['a.stet'])
})

it('gives each once', () => {
  const taken: string[] = []
  const held = heldWith('a.stet')
  expect(held.release()).toEqual(['a.stet'])
  held.add('b.stet')
  held.handTo((file) => taken.push(file))
  expect(taken).toEqual(['b.stet'])
  expect(held.release()).toEqual([])
})
