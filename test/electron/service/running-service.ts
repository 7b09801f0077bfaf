import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { AppData } from '../../../electron/service/app-data.js'
import { ProgramLog } from '../../../electron/service/program-log.js'
import type { PrintPages } from '../../../electron/service/reports/report.js'
import { Service } from '../../../electron/service/service.js'
import type { AnswerOf, ArgumentOf, CallName, Events } from '../../../shared/ipc/contract.js'
import { unwrap, type AppError, type Result } from '../../../shared/ipc/result.js'
import { sampleFolder, workers } from '../built-program.js'
import { temporaryFolder } from '../temporary-folder.js'

/** What a person does in the dialogs that the service asks for. */
export interface Person {
  newCase: string | null
  case: string | null
  texts: string[]
  report: string | null
  /** What draws and prints pages; null where nothing does. */
  printer: PrintPages | null
  agreesToLink: boolean
  clipboard: string
}

type Argument<N extends CallName> = ArgumentOf<N> extends undefined ? [] : [ArgumentOf<N>]

type Listener = (name: string, event: unknown) => void

/** A service over real workers, with everything of a person's own in one folder. */
export interface RunningService {
  service: Service
  data: AppData
  /** Holds the program's data in `data`, cases in `cases`, and what a test puts there. */
  folder: string
  person: Person
  events: { [N in keyof Events]: { name: N; event: Events[N] } }[keyof Events][]
  /** Hands on what the service tells its window, as it is told. */
  listen: (listener: Listener) => void
  /** What the desktop was asked to show. */
  shown: string[]
  /** The names and ends of names that a place for a report was asked for with. */
  asked: { name: string; extension: string }[]
  /** Asks as the window does; throws a StetError when it is refused. */
  ask: <N extends CallName>(name: N, ...argument: Argument<N>) => Promise<AnswerOf<N>>
  /** The error that a call is refused with. */
  refusal: (name: string, argument?: unknown) => Promise<AppError>
}

export async function startService(
  folder = temporaryFolder(),
  { workerFolder = workers, releasesPage = null }: { workerFolder?: URL; releasesPage?: string | null } = {},
): Promise<RunningService> {
  const person: Person = {
    newCase: null,
    case: null,
    texts: [],
    report: null,
    printer: null,
    agreesToLink: true,
    clipboard: '',
  }
  const shown: string[] = []
  const asked: RunningService['asked'] = []
  const events: RunningService['events'] = []
  const listeners: Listener[] = []
  const data = await AppData.load(join(folder, 'data'))
  const service = new Service({
    workers: workerFolder,
    log: new ProgramLog(join(folder, 'logs')),
    data,
    emit: (name, event) => {
      events.push({ name, event } as (typeof events)[number])
      for (const listener of listeners) listener(name, event)
    },
    shell: {
      chooseCase: async () => person.case,
      chooseCopy: async () => person.case,
      chooseSealedReport: async () => person.report,
      chooseNewCase: async () => person.newCase,
      chooseTexts: async () => person.texts,
      chooseText: async () => person.texts[0] ?? null,
      chooseReport: async (name, { extension }) => {
        asked.push({ name, extension })
        return person.report
      },
      get printPages() {
        return person.printer ?? undefined
      },
      choosePicture: async () => person.report,
      chooseOriginal: async (name, { extension }) => {
        asked.push({ name, extension })
        return person.report
      },
      openFile: async (path) => {
        shown.push(path)
        return person.agreesToLink
      },
      temporaryFolder: folder,
      clipboardText: async () => person.clipboard,
      writeClipboard: (text) => {
        person.clipboard = text
      },
      openLink: async (url) => {
        shown.push(url.href)
        return person.agreesToLink
      },
      reveal: (path) => shown.push(path),
      caseFolder: join(folder, 'cases'),
      sampleFolder,
      accountName: 'ada',
      version: '0.0.1',
      releasesPage,
    },
  })
  // Before its folder goes, which the open case lies in: the newest of these is done first.
  onTestFinished(() => service.close().catch(() => {}))
  const handle = (name: string, argument?: unknown): Promise<Result<unknown>> =>
    service.handle(name, argument)
  return {
    service,
    data,
    folder,
    person,
    events,
    shown,
    asked,
    listen: (listener) => void listeners.push(listener),
    ask: async (name, ...argument) => unwrap(await handle(name, argument[0])) as AnswerOf<typeof name>,
    async refusal(name, argument) {
      const result = await handle(name, argument)
      if (result.ok) throw new Error(`Not refused: ${name} ${JSON.stringify(argument)}`)
      return result.error
    },
  }
}

/** A service with a new case `Mill.stet` open, in the folder `cases`. */
export async function startWithCase(
  ...[folder, options]: Parameters<typeof startService>
): Promise<RunningService & { path: string }> {
  const started = await startService(folder, options)
  const path = join(started.folder, 'cases', 'Mill.stet')
  started.person.newCase = path
  await started.ask('case.create')
  return { ...started, path }
}

export const millText = [
  'Mill fire report',
  '',
  'The mill burned on Monday, 3 March 2021. The council met two days later.',
  '',
  'The repair cost £38 million, the board said.',
].join('\n')

/**
 * What the open case says, and which files lie beside it. Not their bytes: the case folds its log in once it is left alone for a
 * while, which is no change of it.
 */
export async function contentOf(started: RunningService & { path: string }) {
  return { files: readdirSync(dirname(started.path)).sort(), state: (await started.ask('app.start')).open }
}

/** Writes a file for a person to open. */
export function textFile({ folder }: RunningService, name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Adds a text to the open case and waits until it has been checked. */
export async function addText(started: RunningService, text = millText) {
  const [preview] = await started.ask('import.paste', { text })
  const outcome = await started.ask('import.commit', [{ id: preview!.id, parts: null }])
  await started.ask('check.run')
  return { ...outcome, source: outcome.added[0]! }
}
