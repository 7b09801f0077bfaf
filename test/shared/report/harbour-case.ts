import { documentFromMarkdown } from '../../../shared/document/from-markdown.js'
import { makeSelector } from '../../../shared/anchoring/selector.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import { CaseBuilder } from './case-builder.js'

const feature = `# The bridge that took forty years

When the Harbour Bridge at Sandmouth opened on Tuesday, 14 March 1983, the queue of cars on the north bank was said to be *six miles long*. The mayor, Eleanor Whitlock, cut the ribbon with the shears her grandfather had used at the old ferry pier.

The bridge had been promised in 1946 and begun in 1979; the work took six years. It cost £38 million, of which the county paid £14 million, the ministry £19 million and the port authority £7 million.

## A disputed opening

Not everyone cheered. “We were promised a railway and we got a road,” said the ferryman Thomas Aldane, who had carried passengers across the estuary for thirty-one years. Aldayne's last crossing was on the eve of the opening.

> The crossing will pay for itself before the paint is dry.

So the transport minister told the Commons in 1978. In fact the toll was lifted only in 2009, when traffic had grown by 250 per cent, from 8,000 vehicles a day to 20,000.

The finest view in the country is still the one from its western walkway.

- Length of the main span: 412 metres
- Height above high water: 44 metres
- Lives lost in the building: none
`

const minutes = `SANDMOUTH PORT AUTHORITY
Minutes of the meeting of 21 March 1983

The opening of the Harbour Bridge on Monday, 14 March 1983 passed without incident. The Board thanked the Mayor, Mrs Eleanor Whitlock.

The Secretary reported the final account at £40 million, the Authority's share being £7 million.

The Board recorded with regret the deaths of two men, J. Pask and W. Rowe, in the caisson accident of 2 August 1981.
`

/** A realistic case: a magazine piece checked against a port authority's minutes. All of it is invented. */
export function harbourCase(): CaseBuilder {
  const build = new CaseBuilder('The bridge that took forty years')
  const document = documentFromMarkdown(feature)
  const piece = build.source(
    'The bridge that took forty years',
    plainTextOf(document),
    {
      author: 'Dana Reeve',
      publisher: 'Estuary Magazine',
      published: '2026-03',
      kind: 'secondary',
      fileName: 'bridge-feature-v3.md',
      mediaType: 'text/markdown',
    },
    document.toJSON(),
  )
  const record = build.source('Sandmouth Port Authority: minutes, 21 March 1983', minutes, {
    author: 'Secretary to the Board',
    publisher: 'Sandmouth Port Authority',
    published: '1983-03-21',
    kind: 'primary',
    url: 'https://archive.example.org/sandmouth/minutes/1983-03-21',
    accessed: '2026-02-03',
    reliability: 'A',
    credibility: '2',
    fileName: 'minutes-1983-03-21.txt',
  })
  const passage = (quote: string) => {
    const version = build.textOf(record)
    const start = version.text.indexOf(quote)
    return {
      sourceId: record.id,
      selector: makeSelector(version.text, version.id, start, start + quote.length),
    }
  }

  const opening = build.claim(piece, 'opened on Tuesday, 14 March 1983', {
    type: 'date',
    status: 'checked',
    verdict: 'inconsistent',
    confidence: 'high',
    eventDate: '1983-03-14',
    correction: 'opened on Monday, 14 March 1983',
    priority: 'high',
  })
  const queue = build.claim(piece, 'the queue of cars on the north bank was said to be six miles long', {
    type: 'quantity',
    status: 'in-progress',
    verdict: 'unverifiable',
    confidence: 'low',
    tags: ['colour', 'hearsay'],
  })
  const mayor = build.claim(
    piece,
    'The mayor, Eleanor Whitlock, cut the ribbon with the shears her grandfather had used at the old ferry pier.',
    {
      type: 'event',
      status: 'checked',
      verdict: 'supported-with-caveat',
      confidence: 'medium',
    },
  )
  const name = build.claim(piece, 'Eleanor Whitlock', {
    type: 'name',
    status: 'reviewed',
    verdict: 'supported',
    confidence: 'high',
  })
  const building = build.claim(piece, 'begun in 1979; the work took six years', {
    type: 'quantity',
    status: 'checked',
    verdict: 'inconsistent',
    confidence: 'high',
    correction: 'begun in 1979; the work took four years',
  })
  const cost = build.claim(
    piece,
    'It cost £38 million, of which the county paid £14 million, the ministry £19 million and the port authority £7 million.',
    {
      type: 'quantity',
      status: 'checked',
      verdict: 'contradicted',
      confidence: 'high',
      eventDate: '1983',
      eventDateInferred: true,
      correction:
        'It cost £40 million, of which the county paid £14 million, the ministry £19 million and the port authority £7 million.',
      priority: 'high',
    },
  )
  const share = build.claim(piece, 'the port authority £7 million', {
    type: 'quantity',
    status: 'signed-off',
    verdict: 'supported',
    confidence: 'high',
  })
  const quote = build.claim(
    piece,
    '“We were promised a railway and we got a road,” said the ferryman Thomas Aldane',
    {
      type: 'quotation',
      status: 'query',
      verdict: 'unsupported',
      confidence: 'medium',
      claimant: 'Thomas Aldane',
    },
  )
  build.claim(piece, 'The crossing will pay for itself before the paint is dry.', {
    type: 'quotation',
    claimant: 'Transport minister',
  })
  build.claim(piece, 'The finest view in the country', {
    type: 'other',
    status: 'checked',
    verdict: 'not-factual',
  })
  const deaths = build.claim(piece, 'Lives lost in the building: none', {
    type: 'quantity',
    status: 'checked',
    verdict: 'contradicted',
    confidence: 'high',
    correction: 'Lives lost in the building: two',
    priority: 'high',
  })
  const openingMinutes = build.claim(record, 'on Monday, 14 March 1983', {
    type: 'date',
    status: 'checked',
    verdict: 'supported',
    confidence: 'high',
  })
  const account = build.claim(
    record,
    "the final account at £40 million, the Authority's share being £7 million",
    { type: 'quantity', status: 'checked', verdict: 'supported' },
  )
  const accident = build.claim(
    record,
    'the deaths of two men, J. Pask and W. Rowe, in the caisson accident of 2 August 1981',
    { type: 'event', status: 'checked', verdict: 'supported', confidence: 'high' },
  )

  build.note(opening, {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '14 March 1983 was a ' },
          { type: 'text', text: 'Monday', marks: [{ type: 'strong' }] },
          { type: 'text', text: '. The minutes of the port authority and the ' },
          {
            type: 'text',
            text: 'perpetual calendar',
            marks: [{ type: 'link', attrs: { href: 'https://example.org/calendar/1983' } }],
          },
          { type: 'text', text: ' agree on it; the date itself is not in doubt.' },
        ],
      },
      {
        type: 'bullet_list',
        content: [
          {
            type: 'list_item',
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'Minutes: “Monday, 14 March 1983”' }] },
            ],
          },
          {
            type: 'list_item',
            content: [
              {
                type: 'paragraph',
                content: [{ type: 'text', text: 'Programme of the day: “Monday”, no date' }],
              },
            ],
          },
        ],
      },
    ],
  })
  build.note(opening, 'The author has agreed to the change by telephone. Ask for it in writing.', {
    visibility: 'internal',
    author: 'J. Lindqvist',
  })
  build.evidence(opening, 'Minutes of the meeting of 21 March 1983', {
    stance: 'contradicts',
    ...passage('Monday, 14 March 1983'),
    reliability: 'A',
    credibility: '2',
  })
  build.evidence(opening, 'Programme of the opening ceremony', {
    stance: 'supports',
    url: 'https://archive.example.org/sandmouth/programme-opening.pdf',
    archivedUrl:
      'https://web.archive.example/20260203/https://archive.example.org/sandmouth/programme-opening.pdf',
    accessed: '2026-02-03',
    quote: 'The Mayor will cut the ribbon at noon on Monday.',
    reliability: 'B',
    credibility: '2',
  })
  build.note(
    queue,
    'One recollection, printed forty years later. No count was made on the day. Keep “was said to be”.',
  )
  build.note(
    mayor,
    'She cut the ribbon (minutes, photograph). The shears are family lore: her nephew tells it, nobody wrote it down.',
  )
  build.evidence(mayor, 'Photograph, Sandmouth Courier, page 1', {
    url: 'https://courier.example.com/1983/03/15/1',
    accessed: '2026-01',
    reliability: 'B',
  })
  build.evidence(name, 'Register of mayors', {
    url: 'https://sandmouth.example.gov/mayors',
    accessed: '2026-02-02',
    reliability: 'A',
    credibility: '1',
  })
  build.note(
    building,
    'From the first pile (5 February 1979) to the opening it was four years and five weeks.',
  )
  build.evidence(cost, 'Minutes of the meeting of 21 March 1983', {
    stance: 'contradicts',
    ...passage('the final account at £40 million'),
    reliability: 'A',
    credibility: '2',
  })
  build.note(
    cost,
    'The three shares add up to £40 million, and the final account says the same. £38 million was the tender.',
  )
  build.evidence(share, 'Minutes of the meeting of 21 March 1983', {
    ...passage("the Authority's share being £7 million"),
    reliability: 'A',
    credibility: '2',
  })
  build.note(
    quote,
    'Not in the Courier, not in the radio archive. The author has no recording. Name is spelt two ways.',
  )
  build.note(
    deaths,
    'Two men died on 2 August 1981. Their families are still in the town; call before printing.',
  )
  build.evidence(deaths, 'Minutes of the meeting of 21 March 1983', {
    stance: 'contradicts',
    ...passage('the deaths of two men'),
    reliability: 'A',
    credibility: '2',
  })

  const weekday = build.finding([[piece, 'Tuesday, 14 March 1983']], {
    message: '14 March 1983 was a Monday, not a Tuesday.',
    explanation: {
      reason: 'The weekday does not belong to the date.',
      resolved: [{ quote: 'Tuesday, 14 March 1983', value: '1983-03-14, which is a Monday' }],
      arithmetic: ['14 March 1983 is a Monday in the Gregorian calendar'],
      assumptions: ['The date is in the Gregorian calendar'],
      settle: 'A dated record of the opening.',
    },
  })
  build.decide(weekday, 'accepted')
  const dates = build.finding(
    [
      [piece, 'Tuesday, 14 March 1983'],
      [record, 'Monday, 14 March 1983'],
    ],
    {
      rule: 'event-dates',
      category: 'event-date-conflict',
      severity: 'likely',
      suggests: 'contradicts',
      message: 'Two passages date the opening of the bridge to different weekdays.',
    },
  )
  build.decide(dates, 'accepted')
  build.finding(
    [
      [
        piece,
        '£38 million, of which the county paid £14 million, the ministry £19 million and the port authority £7 million',
      ],
    ],
    {
      rule: 'totals',
      category: 'total-mismatch',
      severity: 'error',
      message: 'The parts add up to £40 million, the total says £38 million.',
      explanation: {
        reason: 'A total and its parts are given in one sentence and differ by £2 million.',
        resolved: [{ quote: '£38 million', value: '£38,000,000 (the total)' }],
        arithmetic: ['14 + 19 + 7 = 40', '40 − 38 = 2'],
        assumptions: ['The three payments are all there were'],
        settle: 'The final account.',
      },
    },
  )
  build.finding([[piece, '250 per cent, from 8,000 vehicles a day to 20,000']], {
    rule: 'percentages',
    category: 'percentage-error',
    severity: 'error',
    message: 'From 8,000 to 20,000 is a growth of 150 per cent, not 250.',
    explanation: {
      reason: 'The percentage does not follow from the two numbers.',
      resolved: [],
      arithmetic: ['(20,000 − 8,000) ÷ 8,000 = 1.5 = 150 %'],
      assumptions: ['“grown by” means the difference'],
      settle: 'The traffic counts for both years.',
    },
  })
  build.finding(
    [
      [piece, 'Thomas Aldane'],
      [piece, "Aldayne's"],
    ],
    {
      rule: 'names',
      category: 'name-variant',
      severity: 'likely',
      suggests: 'same-as',
      message: '“Aldane” and “Aldayne” look like one person’s name.',
      explanation: {
        reason: 'The names differ by one letter and stand in the same paragraph.',
        resolved: [],
        arithmetic: [],
        assumptions: ['One person is meant'],
        settle: 'A record with his signature.',
      },
    },
  )
  const relative = build.finding([[piece, 'on the eve of the opening']], {
    rule: 'relative-dates',
    category: 'undated-relative',
    severity: 'check',
    message: 'No date to count from within this sentence.',
  })
  build.decide(relative, 'dismissed', 'The opening is dated in the first paragraph.')

  build.relation(opening, 'contradicts', openingMinutes, dates.fingerprint)
  build.relation(account, 'corrects', cost)
  build.relation(cost, 'contradicts', account)
  build.relation(deaths, 'contradicts', accident)
  build.relation(account, 'supports', share)
  return build
}
