import type { z } from 'zod'
import type { AnswerOf, CallName, calls } from '../../../shared/ipc/contract.js'

/** What answers each call, its argument parsed. */
export type Handlers = {
  [N in CallName]: (argument: z.output<(typeof calls)[N]['argument']>) => Promise<AnswerOf<N>>
}
