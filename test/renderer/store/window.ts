import { afterEach } from 'vitest'
import type { RunningService } from '../../electron/service/running-service.js'

type Listener = (name: string, event: unknown) => void

/** Set before the stores are loaded, which read from it as they are: a window without a page. There are no frames in it. */
const page = { activeElement: null, body: null, querySelector: () => null }
const requestAnimationFrame = (act: () => void): void => act()
Object.assign(globalThis, { window: { stet: { platform: 'linux' } }, document: page, requestAnimationFrame })

/** Connects the window to a service as the preload script does: what crosses is copied. */
export function connectWindow({ service, listen }: RunningService): void {
  let told: Listener | null = null
  listen((name, event) => told?.(name, structuredClone(event)))
  const stet = {
    platform: 'linux',
    call: async (name: string, argument: unknown) =>
      structuredClone(await service.handle(name, structuredClone(argument))),
    on: (listener: Listener) => {
      told = listener
    },
  }
  Object.assign(window, { stet })
}

// A case that is open would go on being shown in the next test.
afterEach(async () => {
  const { useStore } = await import('../../../renderer/store/store.js')
  useStore.setState(useStore.getInitialState(), true)
})
