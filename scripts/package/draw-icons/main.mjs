// Draws electron/resources/icon.svg and document.svg, the icon of a case file, at the sizes that packages need. Run by
// Electron, when a drawing was changed:
//   npx electron scripts/package/draw-icons
// The results are committed, so that packaging needs no display.
import { app, BrowserWindow } from 'electron'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { icnsOf, icoOf, pictureOf } from './icon-files.mjs'

const resources = new URL('../../../electron/resources/', import.meta.url)
/** Linux takes one file a size. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const largest = 1024

app.disableHardwareAcceleration()
app.commandLine.appendSwitch('force-device-scale-factor', '1')
app.whenReady().then(drawAll, fail)

async function drawAll() {
  const window = new BrowserWindow({
    width: largest,
    height: largest,
    useContentSize: true,
    frame: false,
    transparent: true,
    show: false,
    webPreferences: { offscreen: true, sandbox: true },
  })
  // The program's icons for Windows and macOS are made of the largest picture by electron-builder, those of files are not.
  const program = await drawSizes(window, 'icon.svg', 'icons/')
  writeFileSync(new URL('icon.png', resources), pictureOf(program, largest))
  const document = await drawSizes(window, 'document.svg', 'document-icons/')
  writeFileSync(new URL('document.ico', resources), icoOf(document))
  writeFileSync(new URL('document.icns', resources), icnsOf(document))
  app.quit()
}

/**
 * Draws a picture in every size, and writes those that Linux takes into a folder.
 * @param {BrowserWindow} window
 * @param {string} drawing
 * @param {string} folder
 * @returns {Promise<Map<number, Buffer>>} PNG by size in pixels
 */
async function drawSizes(window, drawing, folder) {
  const svg = readFileSync(new URL(drawing, resources), 'utf8')
  mkdirSync(new URL(folder, resources), { recursive: true })
  const pictures = new Map()
  for (const size of [...linuxSizes, largest]) {
    const png = await draw(window, svg, size)
    pictures.set(size, png)
    if (size !== largest) writeFileSync(new URL(`${folder}${size}x${size}.png`, resources), png)
  }
  return pictures
}

/**
 * @param {BrowserWindow} window
 * @param {string} svg
 * @param {number} size of the picture, in pixels
 */
async function draw(window, svg, size) {
  const page = `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`
  await window.loadURL(`data:text/html,${encodeURIComponent(page)}`)
  // What is drawn off the screen can be empty until the next frame.
  for (;;) {
    const picture = await window.webContents.capturePage({ x: 0, y: 0, width: size, height: size })
    if (!picture.isEmpty()) return picture.toPNG()
  }
}

/** @param {unknown} error */
function fail(error) {
  console.error(error)
  app.exit(1)
}
