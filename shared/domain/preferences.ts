import { z } from 'zod'
import { allCheckableKinds, checkableKindSchema } from '../coverage/checkables.js'
import { customKeysSchema } from '../commands/key-bindings.js'
import { scaleLimits, themes } from './app-file.js'
import { houseRulesSchema } from './house-rules.js'
import { verdictScaleSchema } from './verdict-scale.js'

/** What a person prefers in every case. Kept beside the program's own data, not in case files. */
export const preferencesSchema = z.strictObject({
  /** Who signs notes and log entries; empty means the name of the system's account. */
  author: z.string().max(200),
  theme: z.enum(themes),
  /** Whether the way through the window was shown, or skipped. */
  tourSeen: z.boolean().default(false),
  /** The size of the whole window's content, as a factor. */
  scale: z.number().min(scaleLimits.smallest).max(scaleLimits.largest).default(1),
  /** The keys that differ from those that commands have of themselves. */
  keys: customKeysSchema.default({}),
  /** Size of the source text in CSS pixels. */
  textSize: z.int().min(12).max(32),
  /** The longest line of a text, in widths of a zero. */
  measure: z.int().min(40).max(140).default(68),
  /** The height of a line, as a multiple of the size of the text. */
  leading: z.number().min(1.2).max(2.4).default(1.6),
  textFont: z.enum(['serif', 'sans', 'mono']).default('serif'),
  /** The numbers beside a text, by which its passages can be cited. */
  numbers: z.enum(['none', 'paragraphs', 'lines']).default('none'),
  /** Whether what no claim covers is shown in the text. */
  showCoverage: z.boolean().default(false),
  /** What is to be covered by claims. */
  coverageKinds: z.array(checkableKindSchema).default(allCheckableKinds),
  /** How this person's house writes: checked in every case. */
  house: houseRulesSchema.prefault({}),
  /** This person's own scales of verdicts. A case keeps the one it is judged by in its own file. */
  scales: z.array(verdictScaleSchema).max(40).default([]),
  /** What the colour of a highlight tells. */
  colourBy: z.enum(['verdict', 'type']).default('verdict'),
})

export type Preferences = z.infer<typeof preferencesSchema>

export const defaultPreferences: Preferences = preferencesSchema.parse({
  author: '',
  theme: 'system',
  textSize: 18,
})

/** Where a person was in a case, so that the next start shows the same. */
export const viewStateSchema = z.strictObject({
  sourceId: z.string().max(64).nullable(),
  /** What the middle of the window shows. */
  centre: z.enum(['text', 'claims', 'triage', 'timeline', 'review', 'report']).default('text'),
  /** The sources that have a tab, in their order. */
  tabs: z.array(z.string().max(64)).max(1000).default([]),
  /** The source that is shown beside the other one; null while only one is shown. */
  beside: z.string().max(64).nullable().default(null),
  /** Whether two texts beside each other scroll together. */
  scrollTogether: z.boolean().default(false),
  claimId: z.string().max(64).nullable(),
  /** The claim that stays in the inspector whatever else is opened, while it is the one that is shown there. */
  heldClaimId: z.string().max(64).nullable().default(null),
  fingerprint: z.string().max(64).nullable(),
  /** Who of the people of the case sits here; null for whoever has the author's name. */
  personId: z.string().max(64).nullable().default(null),
  leftTab: z.enum(['sources', 'findings', 'claims', 'search']),
  /** For each source, the offset of the first visible character, in UTF-16 code units. */
  scroll: z.record(z.string().max(64), z.number().int().nonnegative()),
})

export type ViewState = z.infer<typeof viewStateSchema>

export const initialViewState: ViewState = {
  sourceId: null,
  centre: 'text',
  tabs: [],
  beside: null,
  scrollTogether: false,
  claimId: null,
  heldClaimId: null,
  fingerprint: null,
  personId: null,
  leftTab: 'sources',
  scroll: {},
}
