export interface PackageFacts {
  /** Whether it is a package for the tests, which lets itself be driven and must never be given to anybody. */
  isTestPackage: boolean
  /** Where the publisher tells of releases, an https address; null where the package names none. */
  releasesPage: string | null
}

/** Reads them from a parsed package.json; the page is its `homepage`. */
export function factsIn(manifest: unknown): PackageFacts {
  const { isTestPackage, homepage } = (manifest ?? {}) as Record<string, unknown>
  return { isTestPackage: isTestPackage === true, releasesPage: secureAddress(homepage) }
}

function secureAddress(address: unknown): string | null {
  const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : null
  return url?.protocol === 'https:' ? url.href : null
}
