import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Events } from '../../shared/ipc/contract.js'
import type { Result } from '../../shared/ipc/result.js'
import type { Service } from '../service/service.js'
import { appOrigin } from './app-protocol.js'

/** Channels between a window's bridge and the main process; there are no others. */
export const channels = { call: 'stet:call', dropped: 'stet:dropped', event: 'stet:event' } as const

/**
 * Answers the calls of every window with its own service, which a call waits for. A sender that is not a window's own page
 * gets nothing.
 */
export function answerCalls(serviceOf: (contentsId: number) => Promise<Service | undefined>): void {
  const guarded = async (
    event: IpcMainInvokeEvent,
    act: (service: Service) => Promise<Result<unknown>>,
  ): Promise<Result<unknown>> => {
    const service = isOwnPage(event) ? await serviceOf(event.sender.id) : undefined
    if (!service)
      return { ok: false, error: { kind: 'invalid', message: 'This page may not ask anything of Stet.' } }
    return act(service)
  }

  ipcMain.handle(channels.call, (event, name: unknown, argument: unknown) =>
    guarded(event, (service) => service.handle(String(name), argument)),
  )
  ipcMain.handle(channels.dropped, (event, paths: unknown) =>
    guarded(event, (service) => service.offerDropped(paths)),
  )
}

/** Tells a window's page something, unless the window is gone. */
export function sendEvent<N extends keyof Events>(
  contents: Electron.WebContents,
  name: N,
  event: Events[N],
): void {
  if (!contents.isDestroyed()) contents.send(channels.event, name, event)
}

function isOwnPage({ senderFrame, sender }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === appOrigin
}
