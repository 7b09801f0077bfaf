import { useState } from 'react'
import { presetScales } from '../../../shared/domain/preset-scales.js'
import { Button } from '../../components/controls.js'
import { setState, useStore } from '../../store/store.js'
import { useCaseScale } from '../../store/claims/verdict-scale.js'
import { PresetScale, ScaleEditor } from '../verdict-scales/scale-editor.js'
import { ScaleList, type OfferedScale } from '../verdict-scales/scale-list.js'
import '../verdict-scales/verdict-scales.css'

/** What claims can be judged by: the presets, and scales of one's own. */
export function VerdictsTab() {
  const own = useStore((state) => state.preferences.scales)
  const [wanted, setWanted] = useState(idOf('preset', 0))
  const scales: OfferedScale[] = [
    ...presetScales.map((scale, index) => ({ id: idOf('preset', index), scale, kind: 'preset' as const })),
    ...own.map((scale, index) => ({ id: idOf('own', index), scale, kind: 'own' as const })),
  ]
  const { id, scale } = scales.find((one) => one.id === wanted) ?? scales[0]!
  const ownIndex = own.findIndex((_own, index) => idOf('own', index) === id)
  const otherNames = scales.filter((one) => one.id !== id).map((one) => one.scale.name)
  const showOwn = (index: number): void => setWanted(idOf('own', index))
  return (
    <>
      <ScaleOfCase />
      <ScaleList label="Scales of verdicts" scales={scales} chosen={id} onChoose={setWanted} />
      {ownIndex < 0 ? (
        <PresetScale scale={scale} onShowOwn={showOwn} />
      ) : (
        <ScaleEditor key={id} scale={scale} index={ownIndex} otherNames={otherNames} onShowOwn={showOwn} />
      )}
    </>
  )
}

const idOf = (kind: 'preset' | 'own', index: number): string => `${kind}-${index}`

function ScaleOfCase() {
  const isOpen = useStore((state) => state.open !== null)
  const { name } = useCaseScale()
  if (!isOpen)
    return (
      <p className="muted">
        A case is judged by one scale, which is kept in its file: “{name}” unless another is chosen.
      </p>
    )
  return (
    <div className="scale-of-case">
      <span>
        This case is judged by <strong>{name}</strong>.
      </span>
      <Button onPress={() => setState({ dialog: 'verdict-scale' })}>Verdicts of this case…</Button>
    </div>
  )
}
