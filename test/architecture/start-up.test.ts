import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** What a file loads as it is loaded itself: not what it imports only the types of, nor what it asks for later. */
function loadedBy(file: string): string[] {
  const code = readFileSync(file, 'utf8')
  const statements = [...code.matchAll(/^(?:import|export) (?!type )([^'"();=]*? from )?'([^']+)'/gm)]
  return statements.flatMap(([, names = '', source]) => (isOnlyTypes(names) ? [] : [source!]))
}

function isOnlyTypes(names: string): boolean {
  const [, listed] = /^\{([^}]*)\} from $/.exec(names) ?? []
  const all = listed?.split(',').filter((name) => name.trim() !== '')
  return all !== undefined && all.length > 0 && all.every((name) => name.trim().startsWith('type '))
}

function sourceOf(path: string): string {
  const source = path.replace(/\.js$/, '.ts')
  if (!existsSync(source)) throw new Error(`There is no ${source}`)
  return source
}

/** The files that are loaded with one, itself included, and the packages. Of Node's own modules nothing is said. */
function loadedWith(entry: string): { files: string[]; packages: string[] } {
  const files = new Set<string>([join(project, entry)])
  const packages = new Set<string>()
  for (const file of files)
    for (const source of loadedBy(file)) {
      if (source.startsWith('.')) files.add(sourceOf(join(dirname(file), source)))
      else if (!source.startsWith('node:')) packages.add(source)
    }
  return { files: [...files].map((file) => relative(project, file)), packages: [...packages].toSorted() }
}

describe('what is loaded as the program starts', () => {
  it('is read: files lead to files, types to nothing', () => {
    const { files } = loadedWith('electron/service/service.ts')
    expect(files).toContain('electron/workers/port-rpc.ts')
    expect(files).not.toContain('electron/service/shell.ts')
  })

  it('is little before the first window: no schema, and of the service only what has a case opened', () => {
    const { files, packages } = loadedWith('electron/main/main.ts')
    expect(packages).toEqual(['electron'])
    expect(files.filter((file) => /^(db|electron\/service)\//.test(file))).toEqual([
      'electron/service/cases/begun-case.ts',
      'electron/service/cases/open-cases.ts',
    ])
    expect(files.length).toBeLessThan(40)
  })

  it('is no database, no reader of files and no writer of reports in the main process', () => {
    const { files, packages } = loadedWith('electron/main/program.ts')
    expect(packages).toEqual(['edtf', 'electron', 'zod'])
    const heavy =
      /^(db\/(case-store|connection|operations|tables)|shared\/(report\/(html|docx|odt|markdown)\.ts|checks\/run-checks))/
    expect(files.filter((file) => heavy.test(file))).toEqual([])
  })
})
