/** Resolves in the first task after the next frame was painted by the main thread. */
export function framePainted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve())
      port1.start()
      port2.postMessage(null)
    })
  })
}

export async function framesPainted(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await framePainted()
}

/** The start of the next frame, in milliseconds. */
export function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve))
}
