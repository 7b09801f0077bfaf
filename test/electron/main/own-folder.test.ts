import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ownFolderProblem } from '../../../electron/main/own-folder.js'
import { temporaryFolder } from '../temporary-folder.js'

it('is none where the folder can be made', () => {
  const folder = join(temporaryFolder(), 'config', 'stet')
  expect(ownFolderProblem(folder)).toBeNull()
  expect(existsSync(folder)).toBe(true)
})

it('names the folder and the reason where it cannot', () => {
  const file = join(temporaryFolder(), 'home')
  writeFileSync(file, '')
  const problem = ownFolderProblem(join(file, 'config', 'stet'))
  expect(problem).toContain(join(file, 'config', 'stet'))
  expect(problem).toContain('a part of its path is a file, not a folder')
})
