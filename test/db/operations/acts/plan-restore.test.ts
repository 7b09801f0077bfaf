import { expect, it } from 'vitest'
import type { TextReplacement } from '../../../../db/operations/acts/replace-text.js'
import type { Command } from '../../../../shared/domain/command.js'
import { addClaim, caseWithSources, idOf, idsFrom, importOf, instant } from '../../case-fixture.js'

it('a passage that is evidence says the words of the text as it is now when its claim is restored', () => {
  const { store } = caseWithSources()
  let clock = 10
  const act = (command: Command) => store.perform(command, 'Ada', instant(clock++))
  const sourceId = idOf<TextReplacement['sourceId']>(1)
  act(addClaim(10, 31, 40))
  const cited = { stance: 'supports', title: 'The speech' } as const
  const nothing = { url: null, archivedUrl: null, accessed: null, quote: null } as const
  const fields = { ...cited, ...nothing, reliability: null, credibility: null }
  const passage = { sourceId, start: 3, end: 10 }
  act({ do: 'add-evidence', id: idOf(20), claimId: idOf(10), fields, passage })
  const [then] = store.history(idOf(10)).slice(-1)
  const replacement: TextReplacement = {
    sourceId,
    baseVersionId: store.text(sourceId).id,
    document: importOf('On Thursday the mayor spoke.\nOn Wednesday she denied it.').document,
    reason: 'A slip of the typist',
    ranges: { [idOf(10)]: { start: 32, end: 41 }, [idOf(20)]: { start: 3, end: 11 } },
    file: null,
  }
  store.replaceText(replacement, idsFrom(900), 'Ada', instant(clock++))
  act({ do: 'edit-evidence', id: idOf(20), fields: { stance: 'contradicts' } })
  act({ do: 'restore-claim', id: idOf(10), sequence: then!.sequence })
  expect(store.records().evidence).toMatchObject([
    { stance: 'supports', quote: 'Thursday', selector: { exact: 'Thursday', start: 3, end: 11 } },
  ])
  store.close()
})
