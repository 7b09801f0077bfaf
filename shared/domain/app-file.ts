/*
 * What is agreed about the file that the program keeps for itself, for whoever reads it: the start of the program, before
 * anything that checks it is loaded, and what checks and writes it. So this imports nothing.
 */

/** Its name in the program's own folder. */
export const appFileName = 'stet.json'

/** The folder beside it with the backups of all cases. */
export const backupsFolderName = 'backups'

/** Bytes; a thousand places in each of a few cases are far less. */
export const largestAppFile = 16 * 1024 * 1024

/** No desktop has more pixels a side, and the system takes no other numbers. */
export const mostPixels = 32_767

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The size of the whole window's content, as a factor. */
export const scaleLimits = { smallest: 0.8, largest: 2 } as const
