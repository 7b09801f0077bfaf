import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runChecks } from '../../../shared/checks/run-checks.js'

it('says nothing about pages of clean prose', () => {
  const pages = ['clean-news.txt', 'clean-history.txt'].map((file) => ({
    id: file,
    text: readFileSync(join(import.meta.dirname, file), 'utf8'),
    published: file === 'clean-news.txt' ? '2023-09-14' : null,
  }))
  for (const page of pages) expect(runChecks([page])).toEqual([])
  expect(runChecks(pages)).toEqual([])
})
