import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appFileName, largestAppFile } from '../../shared/domain/app-file.js'
import { defaultLook, lookIn, type FirstLook } from './look-in.js'

/**
 * How the first window looks by what is kept in the program's folder (`AppData`): a file that cannot be read is as none. It
 * is read at once, without all that checks the file, so that the window comes before that is loaded.
 */
export function readFirstLook(folder: string): FirstLook {
  let file: number | null = null
  try {
    // Nothing is waited for, should a pipe lie there; Windows knows no such flag.
    file = openSync(join(folder, appFileName), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const found = fstatSync(file)
    return found.isFile() && found.size <= largestAppFile
      ? lookIn(JSON.parse(readFileSync(file, 'utf8')))
      : defaultLook
  } catch {
    return defaultLook
  } finally {
    if (file !== null) closeSync(file)
  }
}
