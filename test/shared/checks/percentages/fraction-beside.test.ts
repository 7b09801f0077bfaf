import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['percentage-error'] }).map(
    ({ message }) => message,
  )

describe('a figure told again as a fraction of the next', () => {
  it.each([
    'He owes £9,000, or a quarter of the £27,000 that he borrowed.',
    'The region has promised 1.2 million euros, two thirds of the two million that is needed.',
    'She won 30 games, a quarter of the 90 that she played.',
    'The dam will cost 1.8 billion dollars. China lends 1.2 billion, or three quarters; the rest is found.',
  ])('must be that fraction: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    'He owes £9,000, or a third of the £27,000 that he borrowed.',
    'The region has promised 1.2 million euros, three fifths of the two million that is needed.',
    'She won 30 games, a third of them at home, of the 45 that she played.',
    'The dam will cost 1.8 billion dollars. China lends 1.2 billion, or two thirds; the rest is found.',
    'The dam will cost 1.8 billion dollars. China lends 1.2 billion and Kenya 300 million, or a sixth.',
    'The dam will cost 1.8 billion dollars. It drowns 40 villages, or a third of those in the valley.',
    'He paid £9,000, about a quarter of the £31,000 that he owed.',
    'He paid £9,000, a quarter of the price of 40 cows.',
    'He sold 30 cows, a third of the 40 tonnes of hay, and the plough.',
    'Turnover was 90 million. Profit rose by 6 million, or a third.',
  ])('is, or it is of something else: %s', (text) => expect(messages(text)).toEqual([]))
})

describe('odds with the counts behind them', () => {
  it.each([
    'Four in ten of the houses stand empty in winter, a survey has found: 310 of 620.',
    'Two thirds of the pupils came by bus (200 of 400).',
  ])('must follow from them: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    'Four in ten of the houses stand empty in winter, a survey has found: 250 of 620.',
    'One in five of the cars failed (300 of 1,500).',
    'Nearly half of the houses stand empty: 280 of 620.',
    'One in five cars failed and one in ten was sold: 150 of 1,500.',
  ])('do, or are rounded, or are not the only ones: %s', (text) => expect(messages(text)).toEqual([]))
})
