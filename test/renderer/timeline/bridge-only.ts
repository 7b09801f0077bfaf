// Loaded first: where there is a window when it loads, it takes it for a browser's.
import 'react-aria-components'

/** A window with a bridge and no page: enough to draw what React draws into a string. */
Object.assign(globalThis, { window: { stet: { platform: 'linux', on: () => () => {} } } })
