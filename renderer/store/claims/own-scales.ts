import { presetScales } from '../../../shared/domain/preset-scales.js'
import { copiedScale } from '../../../shared/domain/scale-edits.js'
import type { VerdictScale } from '../../../shared/domain/verdict-scale.js'
import { getState } from '../store.js'
import { tell } from '../toasts.js'
import { setPreferences } from '../view-actions.js'

/** As many scales as a person can have of their own. */
const mostScales = 40

const ownScales = (): readonly VerdictScale[] => getState().preferences.scales

/** Puts a scale in the place of the own one at `index`; answers whether it was kept. */
export function setScale(index: number, next: VerdictScale): Promise<boolean> {
  return setPreferences({ scales: ownScales().with(index, next) })
}

export async function removeScale(index: number): Promise<void> {
  const before = ownScales()
  const name = before[index]?.name
  if (await setPreferences({ scales: before.toSpliced(index, 1) }))
    tell(`“${name}” was removed. Cases that are judged by it keep it.`, {
      label: 'Undo',
      run: () => void setPreferences({ scales: [...before] }),
    })
}

/** Adds a copy of a scale to one's own; answers with its place among them, or null when it was not kept. */
export async function duplicateScale({ name, verdicts }: VerdictScale): Promise<number | null> {
  const own = ownScales()
  if (own.length >= mostScales) {
    tell(`There can be at most ${mostScales} scales of your own.`)
    return null
  }
  const names = [...presetScales, ...own].map((scale) => scale.name)
  const scales = [...own, copiedScale({ name, verdicts }, names)]
  return (await setPreferences({ scales })) ? own.length : null
}
