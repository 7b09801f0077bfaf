/** What the command line can be asked to do; the packaged program runs these instead of opening a window. */
export const commandNames = [
  'bundle',
  'check',
  'export',
  'extract',
  'import',
  'merge',
  'report',
  'search',
  'verify',
] as const

export type CommandName = (typeof commandNames)[number]
