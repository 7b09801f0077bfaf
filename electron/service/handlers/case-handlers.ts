import type { CaseSession } from '../cases/case-session.js'
import type { Handlers } from './handlers.js'

/** The calls that only ask or tell the open case something. `opened` throws when there is none. */
export function caseHandlers(opened: () => CaseSession) {
  return {
    'case.history': ({ key }) => opened().read.history(key),
    'review.stale': ({ claimId }) => opened().read.staleSignOffs(claimId),
    'case.search': ({ query, limit, offset }) => opened().read.search(query, { limit, offset }),
    'case.verify': () => opened().read.verify(),
    'claim.counts': () => opened().read.claimCounts(),
    'claim.page': (page) => opened().read.claims(page),
    'backup.list': () => opened().backups.list(),
    'backup.make': () => opened().backups.make(),
    'backup.compare': async ({ id }) => {
      const session = opened()
      return session.read.compareWith(await session.backups.pathOf(id))
    },
    'source.text': ({ id }) => opened().read.text(id),
    'source.versions': ({ id }) => opened().read.versions(id),
    'source.version': ({ id }) => opened().read.version(id),
    'source.correct': (correction) => opened().replaceText({ ...correction, file: null }),
    'draft.save': (part) => opened().saveDraft(part),
    'draft.load': ({ id }) => opened().read.draft(id),
    'draft.of-version': ({ id }) => opened().read.draftOf(id),
    'draft.discard': ({ id }) => opened().discardDraft(id),
    'timeline.dates': () => opened().textDates(),
    'check.confirmations': () => opened().confirmations(),
    'check.run': () => opened().check(),
    'check.cancel': async () => opened().cancelCheck(),
  } satisfies Partial<Handlers>
}
