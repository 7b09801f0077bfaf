import type { CaseSession } from '../cases/case-session.js'
import type { Handlers } from './handlers.js'
import { savedReport, type ReportJobs } from '../reports/report-jobs.js'
import type { Shell } from '../shell.js'

/** The file that was saved last, which the desktop can be asked to show; null before there is one. */
export interface LastSaved {
  path: string | null
}

interface ReportCalls {
  reports: ReportJobs
  shell: Shell
  /** The case that is open when it is asked. */
  session: () => CaseSession | null
  lastSaved: LastSaved
}

/** The calls that make reports, and that look into those that were made. */
export function reportHandlers({ reports, shell, session, lastSaved }: ReportCalls) {
  return {
    'report.save': async (request) => {
      const path = await reports.save(request)
      lastSaved.path = path ?? lastSaved.path
      return savedReport(path)
    },
    'report.preview': (request) => reports.preview(request),
    'report.cancel': async () => reports.cancel(),
    'report.verify': async () => (await import('../reports/report-check.js')).checkReport(shell, session()),
    'report.reveal': async () => {
      if (lastSaved.path) shell.reveal(lastSaved.path)
    },
  } satisfies Partial<Handlers>
}
