import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSample, type RunningSample } from '../helpers/running-sample.js'

/** Everything at twice its size, as people with low vision have it: nothing may be cut off where it cannot be scrolled to. */
describe.each([
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
])('at twice the size, in a window of $width by $height', ({ width, height }) => {
  let running: RunningSample

  beforeAll(async () => {
    running = await startSample()
    for (const key of ['Control+Shift+2', 'j', 'a', 'j', 'j', 'a']) await press(key)
    await running.page.getByRole('tab', { name: /Claims [1-9]/ }).waitFor()
    await running.app.evaluate(
      ({ BrowserWindow }, [width, height]) => {
        const [window] = BrowserWindow.getAllWindows()
        window!.setContentSize(width, height)
        window!.webContents.setZoomFactor(2)
      },
      [width, height] as const,
    )
    await running.page.waitForTimeout(500)
  })
  afterAll(() => running.end())

  const press = (key: string) => running.page.keyboard.press(key)

  const views: readonly [string, readonly string[]][] = [
    ['the text and the sources', ['Control+1', 'Control+Shift+1']],
    ['the list of claims and a claim', ['Control+1', 'Control+Shift+3', 'j']],
    ['the list of findings and a finding', ['Control+1', 'Control+Shift+2', 'j']],
    ['the search', ['Control+Shift+F']],
    ['the search in a text', ['Control+1', 'Control+f']],
    ['the claims table', ['Control+2']],
    ['the triage', ['Control+3']],
    ['the timeline', ['Control+4']],
    ['the review', ['Control+5']],
    ['the preview of the report', ['Control+6']],
    ['the preferences', ['Control+1', 'Control+,']],
    ['the palette', ['Control+Shift+P']],
    ['the forms of the report', ['Control+1', 'Control+Shift+E']],
    ['the keys', ['Control+1', '?']],
  ]

  it.each(views)('%s can be reached', async (_name, keys) => {
    await press('Escape')
    await press('Escape')
    for (const key of keys) await press(key)
    await running.page.waitForTimeout(500)
    expect(await running.page.evaluate(outOfReach)).toEqual([])
  })
})

/** The controls that cannot be brought into sight by scrolling. Runs in the page. */
function outOfReach(): string[] {
  const controls = [
    ...document.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], [tabindex="0"]'),
  ].filter((it) => {
    const { width, height } = it.getBoundingClientRect()
    return (
      width > 2 &&
      height > 2 &&
      it.checkVisibility({ visibilityProperty: true }) &&
      !it.closest('[aria-hidden="true"], [inert]')
    )
  })
  const around = (it: Element): Element[] =>
    it.parentElement ? [it.parentElement, ...around(it.parentElement)] : []
  const isHiddenFromSight = (it: Element): boolean =>
    around(it).some((frame) => frame.getBoundingClientRect().width <= 1)
  const isCut = (it: HTMLElement): boolean => {
    if (isHiddenFromSight(it)) return false
    const frames = around(it).map((frame) => ({ frame, style: getComputedStyle(frame) }))
    const stops = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
    const before = frames.map(({ frame }) => [frame.scrollLeft, frame.scrollTop] as const)
    it.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    // A script scrolls also what a person cannot.
    const moved = frames.some(
      ({ frame, style }, index) =>
        (stops(style.overflowX) && frame.scrollLeft !== before[index]![0]) ||
        (stops(style.overflowY) && frame.scrollTop !== before[index]![1]),
    )
    if (moved) frames.forEach(({ frame }, index) => frame.scrollTo(...before[index]!))
    const own = it.getBoundingClientRect()
    const page = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    const clips = frames.filter(({ style }) =>
      /hidden|clip|auto|scroll/.test(style.overflowX + style.overflowY),
    )
    const boxes = [own, page, ...clips.map(({ frame }) => frame.getBoundingClientRect())]
    const seen = {
      width: Math.min(...boxes.map(({ right }) => right)) - Math.max(...boxes.map(({ left }) => left)),
      height: Math.min(...boxes.map(({ bottom }) => bottom)) - Math.max(...boxes.map(({ top }) => top)),
    }
    return moved || seen.width < Math.min(20, own.width) || seen.height < Math.min(20, own.height) - 1
  }
  return controls
    .filter(isCut)
    .map((it) =>
      `${it.tagName.toLowerCase()}.${it.className} ${it.getAttribute('aria-label') ?? it.textContent}`.slice(
        0,
        90,
      ),
    )
}
