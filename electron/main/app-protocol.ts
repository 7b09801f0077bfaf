import { net, type Session } from 'electron'
import { pathToFileURL } from 'node:url'
import { pathWithin } from './path-within.js'

export const appScheme = 'app'
export const appOrigin = 'app://stet'

/** What the window's page may do: run its own code, show its own pictures, and nothing else. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The first is ours (renderer/bridge/trusted-markup.ts), as is the second; the third parses what is pasted, out of sight.
  'trusted-types default stet-preview ProseMirrorClipboard',
].join('; ')

/** Serves the built window from its folder under `app://stet/`. Nothing outside that folder can be asked for. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appScheme, async (request) => {
    const path = pathWithin(folder, request.url)
    if (!path || request.method !== 'GET') return new Response('Not found', { status: 404 })
    const file = await net.fetch(pathToFileURL(path).href).catch(() => null)
    if (!file?.ok) return new Response('Not found', { status: 404 })
    const headers = new Headers(file.headers)
    headers.set('Content-Security-Policy', contentSecurityPolicy)
    headers.set('X-Content-Type-Options', 'nosniff')
    return new Response(file.body, { status: 200, headers })
  })
}
