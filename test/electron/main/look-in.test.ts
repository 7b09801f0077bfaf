import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLook, lookIn } from '../../../electron/main/look-in.js'
import { AppData } from '../../../electron/service/app-data.js'
import { defaultPreferences } from '../../../shared/domain/preferences.js'
import { readFirstLook } from '../../../electron/main/first-look.js'
import { temporaryFolder } from '../temporary-folder.js'

const bounds = { x: 60, y: -50, width: 1000, height: 700, isMaximized: false }

describe('how the first window looks', () => {
  it('is as the program keeps it', async () => {
    const folder = temporaryFolder()
    const data = await AppData.load(folder)
    await data.setPreferences({ ...defaultPreferences, theme: 'dark', scale: 1.25 })
    await data.setBounds({ ...bounds, x: 5 })
    await data.caseOpened('/cases/Weir.stet', 'Weir', '2026-03-01T09:00:00Z')
    await data.caseOpened('/cases/Mill.stet', 'Mill', '2026-03-02T09:00:00Z')
    await data.setOpenWindows([{ path: '/cases/Mill.stet', bounds }])
    expect(readFirstLook(folder)).toEqual({
      theme: 'dark',
      scale: 1.25,
      bounds: { ...bounds, x: 5 },
      firstBounds: bounds,
      lastCase: '/cases/Mill.stet',
      known: ['/cases/Mill.stet', '/cases/Weir.stet'],
    })
  })

  it('is that of the case that was open, where no windows are kept', () => {
    expect(lookIn({ lastCase: '/cases/Mill.stet' }).lastCase).toBe('/cases/Mill.stet')
    expect(lookIn({ lastCase: null }).lastCase).toBeNull()
    expect(lookIn({ lastCase: '/cases/Mill.stet', windows: [{ path: null }] }).lastCase).toBeNull()
  })

  it.each([
    ['no file', undefined],
    ['a list', []],
    ['odd preferences', { preferences: { theme: 'loud', scale: 9 } }],
    ['a window of no size', { bounds: { ...bounds, width: 0 } }],
    ['a window beyond every screen', { windows: [{ path: null, bounds: { ...bounds, x: 1e9 } }] }],
    ['odd recent cases', { recent: [null, 'Mill', { path: 5 }] }],
    ['a window with half a pixel', { bounds: { ...bounds, y: 0.5 } }],
  ])('is as on a first start with %s', (_what, kept) => {
    expect(lookIn(kept)).toEqual(defaultLook)
  })

  it('never fails, whatever is kept', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        expect(['system', 'light', 'dark']).toContain(lookIn(kept).theme)
      }),
    )
  })
})
