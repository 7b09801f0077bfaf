/** Where better-sqlite3's compiled half lies, for a process that cannot load the package's own. */
export const sqliteBinding = (): string | undefined => process.env['STET_SQLITE_BINDING']

/** The same as the case files are opened with. */
export function openOptions(): { nativeBinding?: string } {
  const nativeBinding = sqliteBinding()
  return nativeBinding ? { nativeBinding } : {}
}
