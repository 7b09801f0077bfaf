import type { ProtocolRequest, ProtocolResponse, Session } from 'electron'
import { readFileSync } from 'node:fs'
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
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
}

/**
 * Serves the built window from its folder under `app://stet/`. Nothing outside that folder can be asked for. The older of two
 * ways to answer: `protocol.handle` loads a whole web client first, for a fifth of the processor time of a start.
 */
export function serveApp(session: Session, folder: string): void {
  session.protocol.registerBufferProtocol(appScheme, (request, answer) => {
    answer(contentFor(folder, request))
  })
}

/** Resolves when the first script of a page was fetched, found or not. */
export function codeFetched({ webRequest }: Session): Promise<void> {
  return new Promise((resolve) => {
    const urls = [`${appOrigin}/*`]
    webRequest.onCompleted({ urls }, ({ resourceType }) => {
      if (resourceType !== 'script') return
      webRequest.onCompleted({ urls }, null)
      resolve()
    })
  })
}

function contentFor(folder: string, { method, url }: ProtocolRequest): ProtocolResponse {
  const path = method === 'GET' ? pathWithin(folder, url) : null
  const data = path && contentOf(path)
  if (!data) return { statusCode: 404, mimeType: 'text/plain', data: Buffer.from('Not found') }
  return {
    data,
    mimeType: mediaTypes[extname(path)] ?? 'application/octet-stream',
    charset: 'utf-8',
    headers: { 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff' },
  }
}

/** At once: none of the few files takes a millisecond, and a read in turns waits for this thread at every step. */
function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
