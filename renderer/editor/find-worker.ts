import { findPassages } from '../../shared/document/find.js'
import type { SearchAnswer, SearchRequest } from './text-search.js'

/** Searches one text, which comes first, so that a pattern that never ends can be ended with the worker. */
let text = ''

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  if (data.text !== undefined) text = data.text
  const { passages, ...rest } = findPassages(text, data.query, data.limit)
  const answer: SearchAnswer = {
    ...rest,
    starts: Int32Array.from(passages, ({ start }) => start),
    ends: Int32Array.from(passages, ({ end }) => end),
  }
  postMessage(answer)
})
