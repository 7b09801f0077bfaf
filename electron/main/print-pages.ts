import { app, BrowserWindow, session, type Session } from 'electron'
import { randomUUID } from 'node:crypto'
import { appOrigin, appScheme } from './app-protocol.js'
import { guardContents, guardSession } from './web-guards.js'

/** The pages that are being printed, by their names. */
const pages = new Map<string, string>()

let printing: Session | null = null

/**
 * Prints a page to PDF: tagged, with an outline of its headings, on the paper and with the page numbers that its own style
 * asks for. The page is drawn out of sight in a session of its own, where no script runs and no request leaves.
 */
export async function printPages(html: string): Promise<Uint8Array> {
  const name = `/${randomUUID()}`
  pages.set(name, html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: printingSession(), javascript: false, sandbox: true, contextIsolation: true },
  })
  try {
    // The file names what it was made with by this.
    await window.loadURL(appOrigin + name, { userAgent: `Stet ${app.getVersion()}` })
    guardContents(window.webContents)
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } finally {
    pages.delete(name)
    window.destroy()
  }
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
