import type { Claim } from '../domain/claim.js'
import type { Label } from './wording.js'

export const priorityLabels: Record<Claim['priority'], Label> = { high: 'High', normal: 'Normal', low: 'Low' }
