import { once } from 'node:events'
import { spawn } from 'node:child_process'
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { launchTarget } from '../helpers/electron-runtime.js'
import { startApp, temporaryHome, type RunningApp } from '../helpers/running-app.js'

const inspector = (page: Page) => page.locator('[data-pane="inspector"]')

/** What was typed or said to be saved is there again, however the program ended. */
describe('nothing is lost', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp

  beforeEach(async () => {
    home = await temporaryHome()
    running = await startApp(home.home)
    await running.page.getByRole('button', { name: /Try the sample case/ }).click()
    await running.page.getByRole('tab', { name: /Findings [1-9]/ }).click()
    await running.page.getByRole('option', { name: /14 March 2024 was a Thursday/ }).click()
    await running.page.keyboard.press('a')
    await inspector(running.page).locator('mark', { hasText: 'Tuesday, 14 March 2024' }).waitFor()
  })
  afterEach(async () => {
    await running.app.close().catch(() => {})
    await home.remove()
  })

  it('keeps a note and a wording that were being typed when the window was closed', async () => {
    await running.page.keyboard.press('n')
    await running.page.keyboard.type('Typed and left.')
    await running.page.keyboard.press('Escape')
    await running.page.keyboard.press('c')
    await running.page.keyboard.type('on Thursday, 14 March 2024')
    await running.quit()
    running = await startApp(home.home)
    await inspector(running.page).getByText('Typed and left.').waitFor()
    const wording = inspector(running.page).getByRole('textbox', { name: 'Proposed wording' })
    expect(await wording.inputValue()).toBe('on Thursday, 14 March 2024')
  })

  it('keeps what was typed when who reads it is changed at once', async () => {
    const { page } = running
    await page.keyboard.press('n')
    await page.keyboard.type('For us only.')
    await inspector(page).getByRole('radio', { name: 'Internal' }).click()
    await page.getByRole('tab', { name: /Claims/ }).click()
    await page.getByRole('option', { name: 'Tuesday, 14 March 2024' }).getByText('1 note').waitFor()
    await inspector(page).getByText('For us only.').waitFor()
    await inspector(page).getByRole('button', { name: 'Remove note' }).click()
    await inspector(page).getByRole('button', { name: 'Remove note' }).waitFor({ state: 'detached' })
    await page.keyboard.press('n')
    await page.keyboard.type('Begun again.')
    await page.getByRole('option', { name: 'Tuesday, 14 March 2024' }).getByText('1 note').waitFor()
    await inspector(page).getByText('Begun again.').waitFor()
  })

  it('keeps evidence as it is typed', async () => {
    const { page } = running
    await page.keyboard.press('e')
    await inspector(page).getByRole('textbox', { name: 'Title' }).fill('Tide tables for March 2024')
    await inspector(page).getByRole('textbox', { name: 'Address' }).fill('tides.example/2024-03')
    await running.quit()
    running = await startApp(home.home)
    const evidence = inspector(running.page).getByRole('article', {
      name: 'Evidence: Tide tables for March 2024',
    })
    await evidence.getByRole('button', { name: 'Edit evidence' }).click()
    expect(await evidence.getByRole('textbox', { name: 'Address' }).inputValue()).toBe(
      'https://tides.example/2024-03',
    )
  })

  it('keeps what it says is saved when the program is killed', async () => {
    await running.page.keyboard.press('n')
    await running.page.keyboard.type('Said to be saved.')
    await running.page.getByText('Saved', { exact: true }).waitFor()
    await running.page
      .getByText(/^1 note$/)
      .or(inspector(running.page).getByRole('button', { name: 'Remove note' }))
      .first()
      .waitFor()
    await running.page.waitForTimeout(600)
    await running.page.getByText('Saved', { exact: true }).waitFor()
    const ended = once(running.app.process(), 'exit')
    running.app.process().kill('SIGKILL')
    await ended
    running = await startApp(home.home)
    await inspector(running.page).getByText('Said to be saved.').waitFor()
  })

  it('keeps every word of a long note that is typed without a pause', async () => {
    const words = Array.from({ length: 120 }, (_value, index) => `word${index}`).join(' ')
    await running.page.keyboard.press('n')
    await running.page.keyboard.type(words, { delay: 4 })
    await running.page.getByRole('tab', { name: /Claims/ }).click()
    await running.page.getByRole('tab', { name: /Sources/ }).click()
    await running.page.getByRole('option', { name: 'The Port Hallam storm gate' }).click()
    await running.page.getByRole('tab', { name: /Claims/ }).click()
    await running.page.getByRole('option', { name: 'Tuesday, 14 March 2024' }).click()
    await inspector(running.page).getByText(words).waitFor()
  })

  it('takes back everything that was done, and does it again', async () => {
    const { page } = running
    await page.keyboard.press('4')
    await inspector(page).getByRole('radio', { name: 'Contradicted', checked: true }).waitFor()
    await page.keyboard.press('Control+z')
    await inspector(page).getByRole('radio', { name: 'Inconsistent', checked: true }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('tab', { name: 'Claims 0' }).waitFor()
    await page.keyboard.press('Control+z')
    await page
      .getByText('This case has no sources yet.')
      .or(page.getByRole('tab', { name: 'Sources 0' }))
      .first()
      .waitFor()
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+y')
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
    await page.getByRole('tab', { name: 'Sources 3' }).waitFor()
  })

  it('makes one claim of one passage, however often the key is pressed', async () => {
    const { page } = running
    await page.locator('.text-document').click({ position: { x: 200, y: 330 } })
    await page.evaluate(() => {
      for (let times = 0; times < 4; times += 1) {
        document.activeElement!.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'h', bubbles: true, cancelable: true }),
        )
      }
    })
    await page.getByRole('tab', { name: 'Claims 2' }).waitFor()
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.waitForTimeout(500)
    await page.getByRole('tab', { name: 'Claims 2' }).waitFor({ timeout: 1000 })
  })

  it('hands a second start over to the window there is', async () => {
    const target = launchTarget([])
    const env = { ...target.env, HOME: home.home, XDG_CONFIG_HOME: `${home.home}/.config` }
    const second = spawn(target.executablePath, target.args, { env, stdio: 'ignore' })
    const [code] = (await once(second, 'exit')) as [number]
    expect(code).toBe(0)
    await running.page.getByRole('tab', { name: 'Claims 1' }).waitFor()
  })
})
