// Stands in for Electron's own default app where a runtime comes without one: `electron <folder> [file ...]` starts the
// app in that folder. A module with top-level await, because Electron holds back `ready` until its main module is
// evaluated, and the app must be able to register its scheme before that.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))

if (folder === undefined) {
  process.stderr.write('Give the folder of the app to start, as in: electron .\n')
  app.exit(2)
} else {
  const appFolder = path.resolve(folder)
  const manifest = JSON.parse(readFileSync(path.join(appFolder, 'package.json'), 'utf8'))
  process.defaultApp = true
  app.setAppPath(appFolder)
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version)
  await import(pathToFileURL(path.join(appFolder, manifest.main)).href)
}
