import type { Locator, Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startApp, temporaryHome, type RunningApp } from '../helpers/running-app.js'

/** How people take part in a case: what they judge, where they differ, and what they sign. */
describe('the review', () => {
  let home: Awaited<ReturnType<typeof temporaryHome>>
  let running: RunningApp
  let page: Page

  beforeEach(async () => {
    home = await temporaryHome()
    running = await startApp(home.home)
    page = running.page
    await page.getByRole('button', { name: /Try the sample case/ }).click()
    await page.getByRole('tab', { name: 'Findings 10' }).click()
    await page.getByRole('option', { name: /31 April 2024/ }).click()
    await page.keyboard.press('a')
    await page.getByRole('tab', { name: 'Claims 1' }).waitFor()
    await page.keyboard.press('Control+5')
    await page.getByRole('heading', { name: 'Review' }).first().waitFor()
  })
  afterEach(async () => {
    await running.app.close().catch(() => {})
    await home.remove()
  })

  const part = (name: string | RegExp): Locator => page.getByRole('region', { name })

  const choose = async (within: Locator, field: string, choice: string): Promise<void> => {
    await within.getByRole('button', { name: new RegExp(`${field}$`) }).click()
    await page.getByRole('option', { name: choice, exact: true }).click()
  }

  /** Adds whoever sits here, under the name that the program knows. */
  const addMyself = async (role: string): Promise<void> => {
    const form = page.locator('.who-am-i')
    await choose(form, 'Role', role)
    await form.getByRole('button', { name: 'Add myself' }).click()
    await part(/^People 1/).waitFor()
  }

  /** Judges the only claim otherwise than it is judged. */
  const differ = async (comment: string): Promise<void> => {
    await page.getByRole('grid', { name: 'Waiting for your second reading' }).getByRole('row').focus()
    await page.keyboard.press('Enter')
    const section = part(/^Review$/)
    await section.getByRole('button', { name: 'Differ…' }).click()
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Unverifiable' }).click()
    await section.getByRole('textbox', { name: 'Why' }).fill(comment)
    await page.keyboard.press('Control+Enter')
    await section.getByText('You (differs)').waitFor()
    await page.keyboard.press('Control+5')
  }

  it('lists where people differ, and either verdict settles it', async () => {
    await addMyself('Second reader')
    await part(/^Waiting for your second reading 1/).waitFor()
    await part('Sign-off of the case').getByText('once an editor has signed it').waitFor()
    await differ('The register has no such day.')
    const disputed = part(/^Disagreements 1/)
    await disputed.getByText('The register has no such day.').waitFor()
    await disputed.getByRole('button', { name: 'Keep: Garbled' }).click()
    await part(/^Disagreements 0/)
      .getByText('or it was settled')
      .waitFor()
    await page.keyboard.press('Control+z')
    await disputed.getByRole('button', { name: 'Take: Unverifiable' }).click()
    await part(/^Disagreements 0/).waitFor()
    expect(running.complaints).toEqual([])
  })

  it('keeps who signed what over a restart, and says what has changed since', async () => {
    await addMyself('Editor')
    const rounds = part(/^Rounds/)
    await rounds.getByRole('button', { name: 'Open', exact: true }).click()
    await part(/^Rounds 1/)
      .getByText('0 signatures')
      .waitFor()
    const signOff = part('Sign-off of the case')
    await signOff.getByText(/findings? not answered/).waitFor()
    await signOff.getByRole('textbox', { name: /Comment/ }).fill('With one query.')
    await signOff.getByRole('button', { name: /^Sign the case as .*, editor/ }).click()
    await signOff.getByRole('paragraph').filter({ hasText: 'With one query.' }).waitFor()
    await signOff.getByText('You signed the case on').waitFor()
    expect(await signOff.getByRole('button', { name: /^Sign/ }).count()).toBe(0)

    await running.quit()
    running = await startApp(home.home)
    page = running.page
    await part('Sign-off of the case')
      .getByText(/round 1 \(First reading\)/)
      .waitFor()
    await page.getByRole('grid', { name: 'Waiting for your second reading' }).getByRole('row').click()
    await part(/^Review$/)
      .getByRole('button', { name: /^Sign as .*: signed off/ })
      .click()
    await part(/^Review$/)
      .getByRole('button', { name: 'Withdraw' })
      .waitFor()
    await page.getByRole('textbox', { name: 'Proposed wording' }).fill('30 April 2024')
    await page.keyboard.press('Tab')
    await part(/^Review$/)
      .getByText('1 change since')
      .waitFor()
    await page.keyboard.press('Control+5')
    await part(/^Changed after being signed 1/)
      .getByText('1 change since')
      .click()
    await part(/^Changed after being signed 1/)
      .getByText('Edit claim: correction')
      .waitFor()
    await part('Sign-off of the case').getByText('stale', { exact: true }).waitFor()
    await part('Sign-off of the case')
      .getByRole('button', { name: /^Sign the case again as/ })
      .waitFor()
    await part('Sign-off of the case').getByRole('button', { name: 'Withdraw' }).click()
    await part('Sign-off of the case').getByText('With one query.').waitFor({ state: 'detached' })
    expect(running.complaints).toEqual([])
  })

  it('refuses a second person of one name, and to remove somebody who has signed', async () => {
    await addMyself('Editor')
    const people = part(/^People/)
    const form = people.locator('form')
    for (const name of ['Grace', ' grace']) {
      await form.getByRole('textbox', { name: 'Somebody else' }).fill(name)
      await form.getByRole('button', { name: 'Add', exact: true }).click()
    }
    await people.getByText('Grace is in the list already').waitFor()
    await people.getByRole('button', { name: 'Remove Grace' }).click()
    await part(/^People 1/).waitFor()
    await part('Sign-off of the case')
      .getByRole('button', { name: /^Sign the case/ })
      .click()
    await part('Sign-off of the case').getByRole('button', { name: 'Withdraw' }).waitFor()
    expect(await part('Sign-off of the case').getByText('once an editor has signed it').count()).toBe(0)
    await people.getByRole('button', { name: /^Remove/ }).click()
    await page.getByText(/has signed, and a signature keeps its person/).waitFor()
  })
})
