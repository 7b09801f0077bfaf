import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { docxBody, docxEntries, docxParts, wholeDocx } from './docx-file.js'
import { encoded } from './file-bytes.js'
import { Gate, type Fate } from './gate.js'
import { mutated, randomFrom } from './mutations.js'
import { epubEntries, odtEntries, wholeEpub, wholeOdt } from './open-document-file.js'
import { wholePdf } from './pdf-file.js'
import { savedPage, wholeHtml, wholeMessage, wholeRtf, wholeSrt, wholeVtt } from './text-files.js'
import { zipFile, type ZipPart } from './zip-file.js'

/** Mutations of each format. */
const rounds = Number(process.env.STET_GATE_MUTATIONS ?? 200)

/** A folder of files from strangers, tried one by one. */
const corpora = process.env.STET_CORPORA

const seed = Number(process.env.STET_GATE_SEED ?? 20210303)

const formats: Record<string, string | Uint8Array> = {
  'a.docx': wholeDocx,
  'a.odt': wholeOdt,
  'a.epub': wholeEpub,
  'a.pdf': wholePdf,
  'a.rtf': wholeRtf,
  'a.html': wholeHtml,
  'a.eml': wholeMessage,
  'a.mhtml': savedPage,
  'a.srt': wholeSrt,
  'a.vtt': wholeVtt,
}

type Harm = (bytes: Uint8Array) => Uint8Array

/** Archives whose text is harmed before it is packed: harm to what is packed rarely gets past the unpacking. */
const packed: Record<string, (harm: Harm) => Uint8Array> = {
  'text.docx': (harm) => repacked(docxEntries(docxBody, docxParts), 'word/document.xml', harm),
  'styles.docx': (harm) => repacked(docxEntries(docxBody, docxParts), 'word/styles.xml', harm),
  'comments.docx': (harm) => repacked(docxEntries(docxBody, docxParts), 'word/comments.xml', harm),
  'text.odt': (harm) => repacked(odtEntries, 'content.xml', harm),
  'chapter.epub': (harm) => repacked(epubEntries, 'book/text/c 0.xhtml', harm),
}

function repacked(entries: readonly ZipPart[], part: string, harm: Harm): Uint8Array {
  const content = (whole: ZipPart['content']): Uint8Array =>
    typeof whole === 'string' ? encoded(whole) : whole
  return zipFile(
    entries.map((entry) =>
      entry.name === part ? { ...entry, content: harm(content(entry.content)) } : entry,
    ),
  )
}

const gate = new Gate()
afterAll(() => gate.stop())

const mustNotHappen: ReadonlySet<Fate> = new Set(['crashed', 'hung', 'unnamed', 'internal'])

async function fates(
  files: Iterable<[string, Uint8Array]>,
): Promise<{ counts: Record<string, number>; bad: string[] }> {
  const counts: Record<string, number> = {}
  const bad: string[] = []
  for (const [name, bytes] of files) {
    const fate = await gate.fateOf(basename(name), bytes)
    counts[fate] = (counts[fate] ?? 0) + 1
    if (mustNotHappen.has(fate)) bad.push(`${name}: ${fate}`)
  }
  return { counts, bad }
}

describe('every file is opened or refused by name, without a crash or a hang', () => {
  it.each([...Object.keys(formats), ...Object.keys(packed)])(
    `as is ${rounds} times harmed: %s`,
    async (name) => {
      const random = randomFrom(seed)
      const harm: Harm = (bytes) => mutated(bytes, random)
      const content = formats[name] ?? ''
      const bytes = typeof content === 'string' ? encoded(content) : content
      const make = packed[name] ?? (() => harm(bytes))
      const { counts, bad } = await fates(namedFiles(name, () => make(harm)))
      process.stderr.write(`${name}: ${JSON.stringify(counts)}\n`)
      expect(bad).toEqual([])
    },
    3_600_000,
  )

  it.runIf(corpora)(
    'as a folder of strangers’ files has them',
    async () => {
      const { counts, bad } = await fates(filesIn(corpora!))
      process.stderr.write(`${corpora}: ${JSON.stringify(counts)}\n`)
      expect(bad).toEqual([])
    },
    3_600_000,
  )
})

function* namedFiles(name: string, make: () => Uint8Array): Generator<[string, Uint8Array]> {
  for (let round = 0; round < rounds; round++) yield [name, make()]
}

function* filesIn(folder: string): Generator<[string, Uint8Array]> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    yield [path, new Uint8Array(readFileSync(path))]
  }
}
