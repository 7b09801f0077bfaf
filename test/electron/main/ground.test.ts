import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ground } from '../../../electron/main/ground.js'

const style = (name: string): string =>
  readFileSync(new URL(`../../../renderer/styles/${name}`, import.meta.url), 'utf8')

/** The tokens in the rule of a selector. */
function tokens(css: string, selector: string): Record<string, string> {
  const rule = css.slice(css.indexOf(`${selector} {`)).split('}')[0]!
  return Object.fromEntries(
    [...rule.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}

const theme = style('theme.css')
const light = tokens(theme, ':root')
const dark = tokens(theme, ":root[data-theme='dark']")

it('is the ground of the page in each theme', () => {
  expect(ground).toEqual({ light: light['--ground'], dark: dark['--ground'] })
})

it('is followed by a page that knows its theme only from the system, in the same colours', () => {
  const early = tokens(style('coming-case.css'), ':root:not([data-theme])')
  expect(Object.keys(early)).not.toHaveLength(0)
  expect(dark).toMatchObject(early)
})
