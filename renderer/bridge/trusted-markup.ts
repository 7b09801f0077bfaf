/**
 * What may become markup or a script of the window's page, by the page's policy: nothing that comes as text, but for the
 * program's own worker, and the preview of a report, whose frame can do nothing. A stray `innerHTML` fails.
 */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: {
      createHTML?: (html: string) => string | null
      createScriptURL?: (address: string) => string | null
    },
  ) => { createHTML: (html: string) => unknown }
}

declare global {
  interface Window {
    trustedTypes?: TrustedTypes
  }
}

window.trustedTypes?.createPolicy('default', {
  // Emptying an element runs nothing. Anything else is thrown at, not answered with nothing: what parses pasted markup out of
  // sight asks this policy before it makes its own.
  createHTML: (html) => {
    if (html === '') return html
    throw new TypeError('A text cannot become markup of this page')
  },
  createScriptURL: (address) => (new URL(address, location.href).origin === location.origin ? address : null),
})

const preview = window.trustedTypes?.createPolicy('stet-preview', { createHTML: (html) => html })

/** Shows a page in a frame, which must have `sandbox=""`: then nothing of it runs. */
export function showInFrame(frame: HTMLIFrameElement, html: string): void {
  frame.srcdoc = (preview?.createHTML(html) ?? html) as string
}
