import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { SourceImport } from '../../../shared/domain/case.js'
import { sourceRecordSchema } from '../../../shared/domain/source.js'
import { inParser } from '../imports/parser-job.js'

const sampleSchema = z.strictObject({
  title: z.string(),
  sources: z.array(z.strictObject({ file: z.string(), record: sourceRecordSchema.partial() })),
})

/** Milliseconds; the files are short. */
const longest = 60_000

/** The sample case: a title, and its sources with what is known of them. Throws when the files are not whole. */
export async function readSample(
  workers: URL,
  folder: string,
): Promise<{ title: string; imports: SourceImport[] }> {
  const { title, sources } = sampleSchema.parse(
    JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8')),
  )
  const imports = await inParser(workers, { name: title, longest }, (parser) =>
    Promise.all(
      sources.map(async ({ file, record }) => {
        const bytes = new Uint8Array(await readFile(join(folder, file)))
        return (await parser.parse({ name: file, bytes, encoding: null }, null)).map((source) => ({
          ...source,
          record: { ...source.record, ...record } as SourceImport['record'],
        }))
      }),
    ),
  )
  return { title, imports: imports.flat() }
}
