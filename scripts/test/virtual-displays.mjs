const screen = '-screen 0 1600x1000x24'

// Each display has a cookie of its own, which is in the file that XAUTHORITY names.
const addToList = 'STET_E2E_DISPLAYS="$STET_E2E_DISPLAYS $DISPLAY=$XAUTHORITY" exec "$@"'

/**
 * A command to run another under, with virtual displays that last as long as it does. STET_E2E_DISPLAYS lists them, as
 * `display=authority file` with spaces between; test/helpers/own-display.ts reads it.
 * @param {number} count
 * @returns {string[]}
 */
export function underDisplays(count) {
  return Array.from({ length: count }, () => [
    'xvfb-run',
    '-a',
    '-s',
    screen,
    'sh',
    '-c',
    addToList,
    'sh',
  ]).flat()
}
