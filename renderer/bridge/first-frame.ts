import { nextFrame } from './next-frame.js'

/* Loaded first: the window shows its ground, and the places of a case, while the rest of the page is still to be run. */

await nextFrame(100)
// What a frame shows is drawn after its callbacks.
await new Promise((resolve) => setTimeout(resolve))
