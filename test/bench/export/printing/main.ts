import { app, BrowserWindow, protocol, type PrintToPDFOptions } from 'electron'
import { readFileSync } from 'node:fs'
import { appScheme } from '../../../../electron/main/app-protocol.js'
import { printPages } from '../../../../electron/main/print-pages.js'

/*
 * An Electron that prints one page, named by its last argument, in turns as the program does and with nothing but Electron's own
 * `printToPDF`, and writes the milliseconds of each, opening the page included, as JSON.
 */
const [file = '', runs = '3'] = process.argv.slice(-2)

/** What Chromium is asked for: nothing more than paper, or tags and an outline as the program asks for. */
const bareWays = {
  bare: { preferCSSPageSize: true, printBackground: true },
  tagged: {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
  },
} satisfies Record<string, PrintToPDFOptions>

async function printBare(options: PrintToPDFOptions): Promise<Uint8Array> {
  const window = new BrowserWindow({ show: false, webPreferences: { javascript: false, sandbox: true } })
  try {
    await window.loadFile(file)
    return await window.webContents.printToPDF(options)
  } finally {
    window.destroy()
  }
}

async function timed(act: () => Promise<Uint8Array>): Promise<{ ms: number; pdf: Uint8Array }> {
  const before = performance.now()
  const pdf = await act()
  return { ms: performance.now() - before, pdf }
}

protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true } }])
app.on('window-all-closed', () => {})

async function main(): Promise<void> {
  await app.whenReady()
  const html = readFileSync(file, 'utf8')
  const frame = { head: 'Bench', foot: 'Stet', paper: 'A4' } as const
  const ways = {
    bare: () => printBare(bareWays.bare),
    tagged: () => printBare(bareWays.tagged),
    stet: () => printPages(html, frame),
  }
  const times: Record<string, number[]> = { bare: [], tagged: [], stet: [] }
  let pages = 0
  for (let run = 0; run < Number(runs); run++) {
    for (const [name, way] of Object.entries(ways)) {
      const { ms, pdf } = await timed(way)
      times[name]!.push(ms)
      pages =
        Buffer.from(pdf)
          .toString('latin1')
          .match(/\/Type ?\/Page\b/g)?.length ?? 0
    }
  }
  process.stdout.write(`PRINTED ${JSON.stringify({ pages, times })}\n`)
}

main().then(
  () => app.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
    app.exit(1)
  },
)
