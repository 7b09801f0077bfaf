import { basename } from 'node:path'
import type { Handlers } from './handlers.js'
import { openAddress } from '../saving.js'
import type { Shell } from '../shell.js'
import { writeFileWhole } from '../files/write-file.js'

/** The calls that only ask something of the desktop, whatever case is open. */
export function shellHandlers(shell: Shell) {
  return {
    'clipboard.write': async ({ text }) => shell.writeClipboard(text),
    'link.open': ({ url }) => openAddress(shell, url),
    'menu.verdicts': async ({ labels }) => shell.nameVerdicts?.(labels),
    'window.open': async () => shell.openWindow?.(),
    'picture.save': async ({ name, svg }) => {
      const path = await shell.choosePicture(`${name}.svg`)
      if (!path) return null
      await writeFileWhole(path, svg)
      return { fileName: basename(path) }
    },
  } satisfies Partial<Handlers>
}
