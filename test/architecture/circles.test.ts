import { readFileSync, globSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** The files of a room that a file names in its imports and exports, those of types included. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8')
  const named = [...code.matchAll(/^(?:import|export)\b[^'"]*?from '(\.[^']+)'/gm)].map(([, name]) => name!)
  return named.flatMap((name) => sourceOf(join(dirname(file), name)))
}

/** The source behind `x.js`, which is x.ts or x.tsx. */
function sourceOf(path: string): string[] {
  return [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')].filter((one) => files.has(one))
}

const files = new Set(
  globSync('{shared,db,electron,renderer}/**/*.{ts,tsx}', { cwd: project }).map((file) =>
    join(project, file),
  ),
)
/** Whom each file imports. */
type Imports = ReadonlyMap<string, readonly string[]>

/** The first way from a file back to itself that a walk meets, if there is one. */
function circleFrom(start: string, imports: Imports): string[] | null {
  const seen = new Set<string>()
  const walk = (file: string, way: string[]): string[] | null => {
    for (const next of imports.get(file) ?? []) {
      if (next === start) return [...way, next]
      if (seen.has(next)) continue
      seen.add(next)
      const circle = walk(next, [...way, next])
      if (circle) return circle
    }
    return null
  }
  return walk(start, [start])
}

describe('the imports of the rooms', () => {
  const imports: Imports = new Map([...files].map((file) => [file, importsOf(file)]))

  it('are read: files lead to files of other folders', () => {
    const store = imports.get(join(project, 'db/case-store.ts'))!
    expect(store).toContain(join(project, 'shared/domain/command.ts'))
    expect(store).toContain(join(project, 'db/connection.ts'))
  })

  it('would be told of a circle', () => {
    const planted: Imports = new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', ['a']],
    ])
    expect(circleFrom('b', planted)).toEqual(['b', 'c', 'a', 'b'])
  })

  it('run in no circle, types included', () => {
    const circles = [...files].flatMap((file) => circleFrom(file, imports) ?? [])
    expect(circles.map((file) => relative(project, file))).toEqual([])
  })
})
