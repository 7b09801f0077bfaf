// Draws electron/resources/icon.svg at the sizes that packages need. Run by Electron, when the drawing was changed:
//   npx electron scripts/package/draw-icons
// The results are committed, so that packaging needs no display.
import { app, BrowserWindow } from 'electron'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const resources = new URL('../../../electron/resources/', import.meta.url)
/** Linux takes one file a size; Windows' and macOS' are made of the largest by electron-builder. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const largest = 1024

app.disableHardwareAcceleration()
app.commandLine.appendSwitch('force-device-scale-factor', '1')
app.whenReady().then(drawAll, fail)

async function drawAll() {
  const svg = readFileSync(new URL('icon.svg', resources), 'utf8')
  mkdirSync(new URL('icons/', resources), { recursive: true })
  const window = new BrowserWindow({
    width: largest,
    height: largest,
    useContentSize: true,
    frame: false,
    transparent: true,
    show: false,
    webPreferences: { offscreen: true, sandbox: true },
  })
  for (const size of [...linuxSizes, largest]) {
    const name = size === largest ? 'icon.png' : `icons/${size}x${size}.png`
    writeFileSync(new URL(name, resources), await draw(window, svg, size))
  }
  app.quit()
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
