import type { Session } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
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

/** Of the files that a build of the window has. */
const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
}

/** Serves the built window from its folder under `app://stet/`. Nothing outside that folder can be asked for. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appScheme, async (request) => {
    const path = request.method === 'GET' ? pathWithin(folder, request.url) : null
    const content = path && (await readFile(path).catch(() => null))
    if (!content) return new Response('Not found', { status: 404 })
    return new Response(content, {
      headers: {
        'Content-Type': mediaTypes[extname(path)] ?? 'application/octet-stream',
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
      },
    })
  })
}
