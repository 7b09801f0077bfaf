/** Gives each worker a display of its own, where scripts/test/virtual-displays.mjs made several: on one, windows would take
 * the focus and the clipboard from one another. */
const displays = process.env.STET_E2E_DISPLAYS?.trim().split(' ') ?? []
const own = displays[Number(process.env.VITEST_POOL_ID) - 1]
if (own) [process.env.DISPLAY, process.env.XAUTHORITY] = own.split('=')
