/** Resolves when the page begins its next frame, or after so many milliseconds: out of sight it draws none. */
export function nextFrame(patience: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, patience)
    requestAnimationFrame(() => resolve())
  })
}
