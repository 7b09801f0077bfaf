import { join, normalize, sep } from 'node:path'

/** The file in `folder` that an address stands for; null for another host or a path that leads outside. */
export function pathWithin(folder: string, address: string): string | null {
  try {
    const url = new URL(address)
    if (url.host !== 'stet') return null
    const name = decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)
    const path = normalize(join(folder, name))
    return path.startsWith(folder + sep) && !name.includes('\0') ? path : null
  } catch {
    return null
  }
}
