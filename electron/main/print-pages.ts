import { app, BrowserWindow, session, type Session } from 'electron'
import { randomUUID } from 'node:crypto'
import type { PageFrame } from '../service/reports/report.js'
import { appOrigin, appScheme } from './app-protocol.js'
import { guardContents, guardSession } from './web-guards.js'

/** The pages that are being printed, by their names. */
const pages = new Map<string, string>()

let printing: Session | null = null

/**
 * Prints a page to PDF: tagged, with an outline of its headings, on the paper that its own style asks for, and with a
 * running head and numbers on each sheet. The page is drawn out of sight in a session of its own, where no script runs and
 * no request leaves. `signal` ends it early: what is asked for then is rejected.
 */
export async function printPages(html: string, frame: PageFrame, signal?: AbortSignal): Promise<Uint8Array> {
  const name = `/${randomUUID()}`
  pages.set(name, html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: printingSession(), javascript: false, sandbox: true, contextIsolation: true },
  })
  const aborted = new Promise<never>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('The printing was cancelled')), { once: true })
  })
  try {
    signal?.throwIfAborted()
    return await Promise.race([printed(window, name, frame), aborted])
  } finally {
    pages.delete(name)
    window.destroy()
  }
}

async function printed(window: BrowserWindow, name: string, frame: PageFrame): Promise<Uint8Array> {
  guardContents(window.webContents)
  await opened(window, appOrigin + name)
  return window.webContents.printToPDF({
    pageSize: frame.paper,
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: band(frame.head, ''),
    footerTemplate: band(frame.foot, '<span class="pageNumber"></span> / <span class="totalPages"></span>'),
  })
}

/**
 * Opens an address in a process that has the program's own name: a PDF says by that what it was made with. The process
 * takes the name when it is started, which is here, and no window of the program may have it: they ask Chromium's.
 */
function opened(window: BrowserWindow, url: string): Promise<void> {
  const usual = app.userAgentFallback
  app.userAgentFallback = `Stet ${app.getVersion()}`
  try {
    return window.loadURL(url)
  } finally {
    app.userAgentFallback = usual
  }
}

/** A line at the edge of a sheet; Chromium puts the numbers into the elements of these classes. */
function band(left: string, right: string): string {
  const text = left.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  return `<div style="width: 100%; margin: 0 20mm; display: flex; gap: 8mm; justify-content: space-between; font: 8px sans-serif; color: #555"><span style="overflow: hidden; white-space: nowrap; text-overflow: ellipsis">${text}</span><span>${right}</span></div>`
}

function printingSession(): Session {
  if (printing) return printing
  printing = session.fromPartition('print-pages')
  guardSession(printing)
  printing.protocol.handle(appScheme, ({ url }) => {
    const page = pages.get(new URL(url).pathname)
    if (page === undefined) return new Response('Not found', { status: 404 })
    return new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
  })
  return printing
}
