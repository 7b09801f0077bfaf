import { app, dialog } from 'electron'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The exit code of a window that could not be shown. */
const notStarted = 2

/** Says why the program does not start, on standard error and in a dialog, and ends it. */
export function refuseStart(problem: string): void {
  process.stderr.write(`stet: ${problem}\n`)
  const folder = borrowedFolder()
  if (folder === null) return app.exit(notStarted)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  void app
    .whenReady()
    .then(() => dialog.showMessageBox({ type: 'error', message: 'Stet could not start.', detail: problem }))
    .finally(() => app.exit(notStarted))
}

/** A folder for Chromium, which ends without a word where it has none of its own; null when there is none to be had. */
function borrowedFolder(): string | null {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'stet-start-'))
    app.setPath('userData', folder)
    return folder
  } catch {
    return null
  }
}
