import type { ElectronApplication } from 'playwright'

/** Puts markup, and the plain text beside it, on the system's clipboard as another program would. Since Electron 44 it takes items. */
export function copyMarkup(app: ElectronApplication, html: string, text = ''): Promise<void> {
  return app.evaluate(
    async ({ clipboard, ClipboardItem: Item }, copied) => {
      const plain = copied.text === '' ? {} : { text: copied.text }
      if (!Item) return clipboard.write({ html: copied.html, ...plain } as never)
      const kinds = copied.text === '' ? {} : { 'text/plain': copied.text }
      return clipboard.write([new Item({ 'text/html': copied.html, ...kinds })])
    },
    { html, text },
  )
}
