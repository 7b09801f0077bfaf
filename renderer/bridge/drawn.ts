import { nextFrame } from './next-frame.js'

/** Resolves when what was changed until now is drawn and the page has nothing more urgent to do, or after a while. */
export async function drawn(): Promise<void> {
  await nextFrame(2000)
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }))
}
