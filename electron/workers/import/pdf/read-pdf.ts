import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { FoundRecord } from '../../../../shared/domain/import-preview.js'
import { StetError } from '../../../../shared/ipc/result.js'
import { foundRecord } from '../found-record.js'
import { pdfLibrary } from './pdf-library.js'
import { linesOfPage, withoutRunningHeads, type PdfItem, type PdfLine } from './pdf-lines.js'
import { pdfBlocks } from './pdf-paragraphs.js'
import { counted, datesNotice } from '../notices.js'
import type { FormattedText } from '../read-format.js'
import { damaged, grouped, notOpened, pastLimit } from '../refusals.js'

const mostPages = 2000

/** In milliseconds. */
const longestPage = 10_000

/** Nothing is fetched, drawn or run; version 6 of pdf.js has no `eval` left in it. */
const settings = {
  verbosity: 0,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  disableFontFace: true,
  enableXfa: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
}

/** The text layer of a PDF document with the starts of its pages. Throws `unsupported` for a scan without one. */
export async function readPdf(bytes: Uint8Array, file: string): Promise<FormattedText> {
  const { getDocument } = await pdfLibrary()
  process.on('unhandledRejection', leaveToTheOthers)
  // The library takes its bytes over, and they are stored as the original.
  const task = getDocument({ ...settings, data: bytes.slice() })
  try {
    const document = await task.promise.catch((cause: unknown) => {
      throw refusalOf(cause, file)
    })
    return await readPages(document, file)
  } finally {
    await task.destroy().catch(() => {})
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', leaveToTheOthers)
  }
}

/**
 * On damaged files pdf.js drops promises that then fail, which would end the thread. What they failed of is also told by
 * those that are waited for.
 */
function leaveToTheOthers(): void {}

function refusalOf(cause: unknown, file: string): StetError {
  if (cause instanceof Error && cause.name === 'PasswordException') {
    return notOpened(
      file,
      'is protected by a password',
      'Open it with the password in a PDF program, and save or print it as a PDF without one.',
    )
  }
  return damaged(file, 'its pages cannot be found', cause)
}

async function readPages(document: PDFDocumentProxy, file: string): Promise<FormattedText> {
  const count = document.numPages
  if (count > mostPages)
    throw pastLimit(file, `has ${grouped(count)} pages; the limit is ${grouped(mostPages)}`)
  const labels = await pageLabels(document)
  const pages: PdfLine[][] = []
  const broken: string[] = []
  for (let number = 1; number <= count; number++) {
    try {
      pages.push(linesOfPage(await pageItems(document, number, file)))
    } catch (thrown) {
      if (thrown instanceof StetError) throw thrown
      broken.push(labels[number - 1]!)
      pages.push([])
    }
  }
  if (broken.length === count) throw damaged(file, 'none of its pages can be read')
  if (pages.every((lines) => !lines.length)) throw withoutText(file, count)
  const { pages: kept, left } = withoutRunningHeads(pages)
  const blank = labels.filter((label, index) => !pages[index]?.length && !broken.includes(label))
  const { record, notices } = await information(document)
  return {
    blocks: pdfBlocks(kept, labels),
    record,
    notices: [...pageNotices(broken, blank, left), ...notices],
  }
}

function withoutText(file: string, pages: number): StetError {
  return notOpened(
    file,
    `has no text in its ${counted(pages, 'page')}: it is a scan, a drawing or blank`,
    'Run text recognition (OCR) over it in another program and open the result.',
  )
}

async function pageLabels(document: PDFDocumentProxy): Promise<string[]> {
  const named = await document.getPageLabels().catch(() => null)
  return Array.from({ length: document.numPages }, (_page, index) => named?.[index] || String(index + 1))
}

async function pageItems(document: PDFDocumentProxy, number: number, file: string): Promise<PdfItem[]> {
  let timer: NodeJS.Timeout | undefined
  const timeUp = new Promise<never>((_resolve, reject) => {
    const what = `takes longer than ${longestPage / 1000} s to read on page ${number}`
    timer = setTimeout(() => reject(pastLimit(file, what)), longestPage)
  })
  const read = document.getPage(number).then(async (page) => {
    const { items } = await page.getTextContent()
    page.cleanup()
    return items.filter((item): item is typeof item & PdfItem => 'str' in item)
  })
  try {
    return await Promise.race([read, timeUp])
  } finally {
    clearTimeout(timer)
  }
}

function pageNotices(broken: readonly string[], blank: readonly string[], left: number): string[] {
  const notices: string[] = []
  if (broken.length) notices.push(`${counted(broken.length, 'page')} could not be read: ${listed(broken)}.`)
  if (blank.length)
    notices.push(`${counted(blank.length, 'page')} without text, which may be pictures: ${listed(blank)}.`)
  if (left)
    notices.push(
      `Left out: ${counted(left, 'running head or page number', 'running heads and page numbers')}.`,
    )
  return notices
}

function listed(labels: readonly string[]): string {
  return labels.length > 12
    ? `${labels.slice(0, 12).join(', ')} and ${labels.length - 12} more`
    : labels.join(', ')
}

async function information(document: PDFDocumentProxy): Promise<{ record: FoundRecord; notices: string[] }> {
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }))
  const said = info as Record<string, unknown>
  const value = (key: string, name: string): string | null => textOf(metadata?.get(name)) ?? textOf(said[key])
  const record = foundRecord({
    title: value('Title', 'dc:title'),
    author: value('Author', 'dc:creator'),
    publisher: value('', 'dc:publisher'),
    published: value('', 'prism:publicationdate'),
    language: textOf(said.Language),
  })
  return { record, notices: datesNotice(pdfDay(said.CreationDate), pdfDay(said.ModDate)) }
}

function textOf(value: unknown): string | null {
  if (Array.isArray(value))
    return value.filter((one) => typeof one === 'string' && one.trim()).join(', ') || null
  return typeof value === 'string' && value.trim() ? value : null
}

/** The day of a date such as `D:20240320101500+01'00'`. */
function pdfDay(value: unknown): string | undefined {
  const match = typeof value === 'string' ? /^D:(\d{4})(\d{2})(\d{2})/.exec(value) : null
  return match ? match.slice(1).join('-') : undefined
}
