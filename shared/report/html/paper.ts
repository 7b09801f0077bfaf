import type { Paper } from '../forms.js'

interface PaperStyle {
  style: string
  /** Its digest as a policy names it; a test keeps it true. */
  hash: string
}

const margins = 'margin: 22mm 20mm 24mm;'

/** The numbers that a browser prints itself, where it can. */
const numbered =
  "@bottom-left { content: 'Fact-check report'; font: 8pt sans-serif; color: #555; } @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif; color: #555; }"

const sheet = (size: string, more: string): string =>
  `@page { size: ${size}; ${margins} ${more} } @page wide { size: ${size} landscape; margin: 18mm; }`

/**
 * What a report's sheets of paper are, in a style sheet of its own: the large one is the same for all. `read` is for a
 * browser, `printed` for the program, which sets the page numbers and the running head itself.
 */
export const paperStyles: Record<Paper, Record<'read' | 'printed', PaperStyle>> = {
  A4: {
    read: { style: sheet('A4', numbered), hash: 'sha256-Pb4G+5YGHpZiyWHFxvLe2oEkTp02pbAlY+Jlt1rEQHc=' },
    printed: { style: sheet('A4', ''), hash: 'sha256-G46496bzQJN+ePxFr7mFPJ3BFuiqPgWqVmFD2uAm7z0=' },
  },
  Letter: {
    read: { style: sheet('letter', numbered), hash: 'sha256-qtWa+/zBN57GSQXPIqHM7pn8M42CCfOgLm5GCc8FnCg=' },
    printed: { style: sheet('letter', ''), hash: 'sha256-jyyCOsvrGx47vyuf8yM6pHdFuf0xaCWJt7F4myrxqXg=' },
  },
}
