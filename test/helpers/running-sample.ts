import { startApp, temporaryHome, type RunningApp } from './running-app.js'

/** The program with the sample case in its window, in a home of its own. */
export interface RunningSample extends RunningApp {
  /** The folder that stands for the person's home. */
  home: string
  /** Closes the program and throws its home away; throws what the page complained of. */
  end: () => Promise<void>
}

/** Starts the program for a person who knows its window, and opens the sample case, which is checked when this resolves. */
export async function startSample(): Promise<RunningSample> {
  const { home, remove } = await temporaryHome()
  const running = await startApp(home)
  const close = async (): Promise<void> => {
    await running.app.close().catch(() => {})
    await remove()
  }
  try {
    await running.page.getByRole('button', { name: /Try the sample case/ }).click()
    await running.page.getByRole('tab', { name: 'Findings 10' }).waitFor()
  } catch (error) {
    await close()
    throw error
  }
  const end = async (): Promise<void> => {
    await close()
    if (running.complaints.length) throw new Error(`The page complained: ${running.complaints.join('\n')}`)
  }
  return { ...running, home, end }
}
