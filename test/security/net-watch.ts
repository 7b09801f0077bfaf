import { spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'

/** Why the network calls of a program cannot be watched here; null when they can. It takes Linux and a C compiler. */
export function watchProblem(): string | null {
  if (process.platform !== 'linux') return 'network calls can be watched on Linux only'
  return spawnSync('cc', ['--version']).status === 0 ? null : 'there is no C compiler (cc)'
}

export interface NetWatch {
  /** For the program to be watched. */
  env: Record<string, string>
  /** A port of this machine where something listens, over TCP and UDP. */
  port: number
  /** Everything that turned to the network since the watch began: calls, names asked for, and what arrived. */
  seen: () => string[]
  end: () => void
}

/** Watches what the programs that are started with `env` do with the network. */
export async function watchNet(): Promise<NetWatch> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-net-'))
  const log = join(folder, 'log')
  const library = join(folder, 'net-shim.so')
  const source = join(import.meta.dirname, 'net-shim.c')
  const { status, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'])
  if (status !== 0) throw new Error(`net-shim.c could not be compiled: ${String(stderr)}`)
  appendFileSync(log, '')

  const arrived: string[] = []
  const server = createServer((socket) => {
    arrived.push('arrived over TCP')
    socket.on('data', () => socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n'))
    socket.on('error', () => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const datagrams = createSocket('udp4', () => arrived.push('arrived over UDP'))
  datagrams.bind(port, '127.0.0.1')
  await once(datagrams, 'listening')

  return {
    env: { LD_PRELOAD: library, STET_NET_LOG: log },
    port,
    seen: () => [...readFileSync(log, 'utf8').split('\n').filter(Boolean), ...arrived],
    end: () => {
      server.close()
      datagrams.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
