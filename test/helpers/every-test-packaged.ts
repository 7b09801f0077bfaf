import { drivablePackage } from './packaged-program.js'

/** `npm run test:e2e -- --packaged`: every test drives one copy of the package, instead of the development build. */
export default async function setup(): Promise<(() => void) | undefined> {
  if (!process.env.STET_E2E_PACKAGED) return undefined
  const copy = await drivablePackage()
  process.env.STET_E2E_PACKAGE = copy.executablePath
  return copy.remove
}
