import {
  app,
  clipboard,
  dialog,
  shell,
  utilityProcess,
  type BrowserWindow,
  type OpenDialogOptions,
} from 'electron'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StetError } from '../../shared/ipc/result.js'
import type { StartedProcess } from '../service/cases/open-gate.js'
import type { Shell } from '../service/shell.js'
import { packageFacts } from './package-facts.js'
import { printPages } from './print-pages.js'
import { nameVerdicts } from './verdict-names.js'

const caseFiles = [{ name: 'Stet case', extensions: ['stet'] }]
const textFiles = [
  {
    name: 'Texts',
    extensions: 'txt text md markdown html htm xhtml mhtml mht docx docm odt rtf pdf epub eml srt vtt'.split(
      ' ',
    ),
  },
  { name: 'All files', extensions: ['*'] },
]

const webPages = [{ name: 'Web page', extensions: ['html', 'htm', 'xhtml'] }]

const recordFiles = {
  name: 'Claims, citations, reports and cases',
  extensions: ['jsonld', 'json', 'csv', 'tsv', 'ris', 'stet', 'html'],
}

/** The desktop's side of the service for one window. */
export function desktopShell(window: BrowserWindow): Shell {
  const choose = async (options: OpenDialogOptions): Promise<string[]> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
    return canceled ? [] : filePaths
  }
  const save = async (
    title: string,
    name: string,
    filters: Electron.FileFilter[],
  ): Promise<string | null> => {
    const defaultPath = join(app.getPath('documents'), name)
    const { canceled, filePath } = await dialog.showSaveDialog(window, { title, defaultPath, filters })
    return canceled || !filePath ? null : filePath
  }
  return {
    chooseCase: async () =>
      (await choose({ title: 'Open case', filters: caseFiles, properties: ['openFile'] }))[0] ?? null,
    chooseCopy: async () =>
      (await choose({ title: 'Merge another copy', filters: caseFiles, properties: ['openFile'] }))[0] ??
      null,
    chooseSealedReport: async () =>
      (await choose({ title: 'Verify a report', filters: webPages, properties: ['openFile'] }))[0] ?? null,
    chooseNewCase: async (name) => withExtension(await save('New case', name, caseFiles), '.stet'),
    chooseTexts: (first) =>
      choose({
        title: first ? 'Import claims or citations' : 'Open texts',
        filters: first ? [recordFiles, ...textFiles] : textFiles.toSpliced(1, 0, recordFiles),
        properties: ['openFile', 'multiSelections'],
      }),
    chooseText: async () =>
      (await choose({ title: 'Open the new text', filters: textFiles, properties: ['openFile'] }))[0] ?? null,
    choosePicture: async (name) =>
      withExtension(await save('Save picture', name, [{ name: 'SVG picture', extensions: ['svg'] }]), '.svg'),
    chooseReport: async (name, { label, extension }) =>
      withExtension(
        await save('Save report', name, [{ name: label, extensions: [extension] }]),
        `.${extension}`,
      ),
    chooseOriginal: async (name, { label, extension }) =>
      withExtension(
        await save('Save the original', name, [{ name: label, extensions: [extension] }]),
        `.${extension}`,
      ),
    openFile: (path, about) => openFile(window, path, about),
    temporaryFolder: app.getPath('temp'),
    nameVerdicts: (labels) => nameVerdicts(window, labels),
    printPages,
    openLink: (url) => openLink(window, url),
    clipboardText: async () => clipboard.readText(),
    writeClipboard: (text) => clipboard.writeText(text),
    reveal: (path) => shell.showItemInFolder(path),
    startProcess: startUtility,
    caseFolder: join(app.getPath('documents'), 'Stet'),
    sampleFolder: join(app.getAppPath(), 'samples'),
    accountName: accountName(),
    version: app.getVersion(),
    releasesPage: packageFacts().releasesPage,
  }
}

/** A process of its own that can be killed; it answers once. */
function startUtility(file: URL, argument: string): StartedProcess {
  const child = utilityProcess.fork(fileURLToPath(file), [argument], { stdio: 'ignore' })
  const answer = new Promise<unknown>((resolve) => {
    child.once('message', resolve)
    child.once('exit', () => resolve(null))
  })
  return { answer, kill: () => void child.kill() }
}

/** The one place from which an address leaves for the system's browser, after a person saw where it leads. */
async function openLink(window: BrowserWindow, url: URL): Promise<boolean> {
  const place = url.protocol === 'mailto:' ? url.pathname : url.host
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Open ${place} in your ${url.protocol === 'mailto:' ? 'mail program' : 'browser'}?`,
    detail: url.href.slice(0, 500),
    buttons: ['Cancel', 'Open'],
    defaultId: 0,
    cancelId: 0,
  })
  if (response !== 1) return false
  await shell.openExternal(url.href)
  return true
}

/** The one place from which a file is handed to another program, after a person saw its name. */
async function openFile(
  window: BrowserWindow,
  path: string,
  { name, kind }: { name: string; kind: string },
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Open “${name}” in another program?`,
    detail:
      `It is a copy of the original, as it was imported (${kind}). The program of your system for such files opens it, ` +
      'and what that program does with it, such as looking up what the file refers to, is beyond Stet.',
    buttons: ['Cancel', 'Show in folder', 'Open'],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) shell.showItemInFolder(path)
  if (response !== 2) return response === 1
  const problem = await shell.openPath(path)
  if (problem)
    throw new StetError('io', `“${name}” could not be opened: ${problem}. Save the original instead.`)
  return true
}

function withExtension(path: string | null, extension: string): string | null {
  if (!path) return null
  return path.toLowerCase().endsWith(extension) ? path : path + extension
}

/** The account's name; some systems have none for the running user. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}
