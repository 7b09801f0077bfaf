import { z } from 'zod'
import { errorKinds } from '../../../shared/ipc/result.js'

/** An error as it must come across processes: these fields, and nothing that was thrown with them. */
export const appErrorSchema = z.strictObject({ kind: z.enum(errorKinds), message: z.string() })
