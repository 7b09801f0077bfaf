import type * as Pdf from 'pdfjs-dist'

type Library = typeof Pdf

let loaded: Promise<Library> | null = null

/** pdf.js without a worker of its own, a canvas or anything native. */
export function pdfLibrary(): Promise<Library> {
  loaded ??= load()
  return loaded
}

/**
 * Where pdf.js sees Node, it loads a native canvas for drawing. Nothing is drawn here, and a native module has no place in a
 * thread that may be stopped at any moment, so the process goes by another name until pdf.js has been loaded.
 */
async function load(): Promise<Library> {
  const shown = globalThis as { process: NodeJS.Process; DOMMatrix?: unknown }
  const { process } = shown
  // Only drawing would make one, but it is asked for by name.
  shown.DOMMatrix ??= Object
  shown.process = Object.create(process, { [Symbol.toStringTag]: { value: 'worker' } }) as NodeJS.Process
  try {
    // It leaves its message handler where the library looks for one before it starts a worker.
    // @ts-expect-error -- it has no types, and nothing of it is used by name
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as Library
  } finally {
    shown.process = process
  }
}
