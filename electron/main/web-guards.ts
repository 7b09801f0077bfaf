import { app, type Session, type WebContents } from 'electron'
import { appOrigin } from './app-protocol.js'

/** No name is ever resolved: without this, prefetching and WebRTC ask the network whatever the page may do. */
export function refuseNames(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/** Denies all that a page could ask of the system, and cancels every request that is not the app's own. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOwn(details.url) }))
}

/** Keeps a page where it is: no navigation, no new window, no embedded page. */
export function guardContents(contents: WebContents): void {
  // The rules for names and requests do not bear on WebRTC, which sends datagrams of its own.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** The app's own pages, what they make in memory, and the developer tools. */
function isOwn(address: string): boolean {
  return /^(data|blob|devtools):/.test(address) || address.startsWith(`${appOrigin}/`)
}
