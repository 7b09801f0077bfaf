/**
 * @param {number} pid
 * @returns {boolean} whether a process with that id runs on this machine, ours or not
 */
export function isProcessAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
