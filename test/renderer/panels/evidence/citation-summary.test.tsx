import '../../timeline/bridge-only.js'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CitationSummary } from '../../../../renderer/panels/evidence/citation-summary.js'
import type { Evidence } from '../../../../shared/domain/evidence.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'

/** The words of a citation of which this is known. */
function words(known: Partial<Evidence>): string[] {
  const builder = new CaseBuilder()
  const claim = builder.claim(builder.source('Mill', 'The mill burned in 1921.'), '1921')
  builder.evidence(claim, 'Gate log', { ...nothing, ...known })
  const [evidence] = builder.snapshot.evidence
  const markup = renderToStaticMarkup(
    createElement(CitationSummary, { evidence: evidence!, onEdit: () => {} }),
  )
  return [...markup.matchAll(/<(?:p|q)\b[^>]*>([^<]*)</g)].map(([, text]) => text!)
}

const nothing = {
  url: null,
  archivedUrl: null,
  accessed: null,
  quote: null,
  reliability: null,
  credibility: null,
}

describe('a citation in a few lines', () => {
  it('tells all that is known of it, in the order in which it is cited', () => {
    expect(
      words({
        author: 'Ines Oduya',
        publisher: 'Harbour Board',
        published: '2024-03-20',
        quote: 'The pin sheared at seven.',
        url: 'https://harbour.example/log',
        archivedUrl: 'https://archive.example/log',
        accessed: '2024-03-21',
        reliability: 'B',
        credibility: '2',
      }),
    ).toEqual([
      'Gate log',
      'Ines Oduya · Harbour Board · 20 March 2024',
      'The pin sheared at seven.',
      'harbour.example · accessed 21 March 2024 · archived copy ✓ · grade B2',
    ])
  })

  it('says that it is not known when an address was looked at, and nothing of what has none', () => {
    expect(words({ url: 'https://harbour.example/log' })).toEqual([
      'Gate log',
      'harbour.example · date of access not known',
    ])
    expect(words({ quote: 'The pin sheared.' })).toEqual(['Gate log', 'The pin sheared.'])
  })

  it('names the site once where that stands for the title', () => {
    expect(
      words({ title: 'harbour.example', url: 'https://harbour.example/log', accessed: '2024-03-21' }),
    ).toEqual(['harbour.example', 'accessed 21 March 2024'])
  })
})
