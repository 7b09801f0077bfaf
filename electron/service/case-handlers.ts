import type { CaseSession } from './case-session.js'
import type { Handlers } from './handlers.js'

/** The calls that only ask or tell the open case something. `opened` throws when there is none. */
export function caseHandlers(opened: () => CaseSession) {
  return {
    'case.history': ({ key }) => opened().history(key),
    'review.stale': ({ claimId }) => opened().staleSignOffs(claimId),
    'case.search': ({ query, limit, offset }) => opened().search(query, { limit, offset }),
    'case.verify': () => opened().verify(),
    'claim.counts': () => opened().claimCounts(),
    'claim.page': (page) => opened().claims(page),
    'backup.list': () => opened().backups.list(),
    'backup.make': () => opened().backups.make(),
    'backup.compare': async ({ id }) => {
      const session = opened()
      return session.compareWith(await session.backups.pathOf(id))
    },
    'source.text': ({ id }) => opened().text(id),
    'source.versions': ({ id }) => opened().versions(id),
    'source.version': ({ id }) => opened().version(id),
    'source.correct': (correction) => opened().replaceText({ ...correction, file: null }),
    'draft.save': (part) => opened().saveDraft(part),
    'draft.load': ({ id }) => opened().draft(id),
    'draft.discard': ({ id }) => opened().discardDraft(id),
    'source.dates': ({ id }) => opened().dateReadings(id),
    'source.checkables': ({ id }) => opened().checkables(id),
    'timeline.dates': () => opened().textDates(),
    'check.confirmations': () => opened().confirmations(),
    'check.run': () => opened().check(),
    'check.cancel': async () => opened().cancelCheck(),
  } satisfies Partial<Handlers>
}
