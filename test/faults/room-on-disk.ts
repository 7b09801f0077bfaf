import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** How a program gets a disk that can be filled: a small one of its own, or a limit on the size of its files. */
export type RoomKind = 'small disk' | 'file size'

/** The size of the small disk, in megabytes. */
const diskSize = 24

const namespaces = [['--user', '--map-root-user', '--mount'], ['--mount']]

/**
 * The command to run a program under so that it finds a small disk at `folder`, which is gone when the program ends;
 * or, where that is not allowed, one whose files can be limited. Null when neither can be had.
 */
export function diskToFill(folder: string): { kind: RoomKind; wrapper: string[] } | null {
  const mount = `mount -t tmpfs -o size=${diskSize}m tmpfs "$0" && exec "$@"`
  for (const flags of namespaces) {
    const wrapper = ['unshare', ...flags, 'sh', '-c', mount, folder]
    const [command = '', ...args] = [...wrapper, 'true']
    if (spawnSync(command, args).status === 0) return { kind: 'small disk', wrapper }
  }
  const limits = spawnSync('prlimit', ['--fsize', 'true'])
  return limits.status === 0 ? { kind: 'file size', wrapper: [] } : null
}

/** Leaves so many bytes of room in the folder. */
export function leaveRoom(kind: RoomKind, folder: string, bytes: number): void {
  if (kind === 'file size') return limitFiles(String(largestIn(folder) + bytes))
  const ballast = openSync(join(folder, 'ballast'), 'w')
  const block = Buffer.alloc(256 * 1024, 1)
  let size = 0
  try {
    for (;;) size += writeSync(ballast, block)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') throw thrown
  }
  ftruncateSync(ballast, Math.max(0, statSync(join(folder, 'ballast')).size - bytes))
  closeSync(ballast)
}

/** Takes back what `leaveRoom` did. */
export function makeRoom(kind: RoomKind, folder: string): void {
  if (kind === 'file size') limitFiles('unlimited')
  else rmSync(join(folder, 'ballast'), { force: true })
}

function limitFiles(limit: string): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(process.pid), `--fsize=${limit}:`])
  if (status !== 0) throw new Error(`The size of files could not be limited: ${String(stderr)}`)
}

function largestIn(folder: string): number {
  return Math.max(0, ...readdirSync(folder).map((name) => statSync(join(folder, name)).size))
}
