import type { StartProcess } from './cases/open-gate.js'
import type { PrintPages } from './reports/report.js'

/** What a person calls a kind of file, and the end of its names without the dot. */
export interface FileKind {
  label: string
  extension: string
}

/**
 * What only a desktop can do, given to the service by whoever runs it: the main process with dialogs, a test with
 * answers. Paths stay on this side; the window never sees one.
 */
export interface Shell {
  /** Opens a further window; where it is missing there is only one. */
  openWindow?: () => void
  /** Brings the window to the front that has a case open; false when none has. */
  showElsewhere?: (path: string) => boolean
  chooseCase: () => Promise<string | null>
  /** Another copy of the open case, or a bundle of it. */
  chooseCopy: () => Promise<string | null>
  /** A report that was saved as a web page. */
  chooseSealedReport: () => Promise<string | null>
  chooseNewCase: (suggestedName: string) => Promise<string | null>
  /** Files to add; `records` shows those of claims and citations first. */
  chooseTexts: (first?: 'records') => Promise<string[]>
  /** One file, in the place of a text that is there. */
  chooseText: () => Promise<string | null>
  choosePicture: (suggestedName: string) => Promise<string | null>
  /** Asks for a place for a file of the given kind. */
  chooseReport: (suggestedName: string, kind: FileKind) => Promise<string | null>
  /** Asks for a place for the untouched file of a source. */
  chooseOriginal: (suggestedName: string, kind: FileKind) => Promise<string | null>
  /** Asks, naming the file, and has the system's program for its kind open it; false when the person says no. */
  openFile: (path: string, about: { name: string; kind: string }) => Promise<boolean>
  /** Tells the menus what the verdicts of the open case are called; missing where there are no menus. */
  nameVerdicts?: (labels: readonly string[]) => void
  /** Where files lie that are not to stay. */
  temporaryFolder: string
  /** Missing where nothing can draw pages. */
  printPages?: PrintPages | undefined
  /** Asks, with the full host in view, and opens the address in the system's browser; false when the person says no. */
  openLink: (url: URL) => Promise<boolean>
  clipboardText: () => Promise<string>
  writeClipboard: (text: string) => void
  reveal: (path: string) => void
  /** Starts a process to look at files that were not opened before; where it is missing, the opening itself looks. */
  startProcess?: StartProcess
  /** Where cases lie that nobody chose a place for. */
  caseFolder: string
  /** Where the sample's texts lie. */
  sampleFolder: string
  accountName: string
  version: string
  /** Where the publisher tells of releases; null where the program names no such page. */
  releasesPage: string | null
}
