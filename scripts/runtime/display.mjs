/** @returns {boolean} whether a window can be shown here */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** @returns {boolean} */
export function isRoot() {
  return process.getuid?.() === 0
}

/**
 * Chromium refuses its sandbox to root on Linux. Anybody else keeps the sandbox.
 * @returns {string[]} what to start Electron with
 */
export function sandboxArguments() {
  return process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : []
}
