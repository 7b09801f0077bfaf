import { useMemo, useState } from 'react'
import {
  isSameScale,
  proposedMapping,
  type CaseScale,
  type VerdictMapping,
} from '../../../shared/domain/case-scale.js'
import { presetScales } from '../../../shared/domain/preset-scales.js'
import type { Verdict, VerdictScale } from '../../../shared/domain/verdict-scale.js'
import { Button, DialogFrame } from '../../components/controls.js'
import { perform, takeBack } from '../../store/case/case-actions.js'
import { useStore } from '../../store/store.js'
import { tell } from '../../store/toasts.js'
import { useCaseScale } from '../../store/claims/verdict-scale.js'
import { MappingTable } from './mapping-table.js'
import { ScaleChips } from './scale-chips.js'
import { ScaleList, type OfferedScale } from './scale-list.js'
import './verdict-scales.css'

/** What the claims of this case are judged by, and what becomes of their verdicts when that changes. */
export function CaseScaleDialog({ onClose }: { onClose: () => void }) {
  const present = useCaseScale()
  const scales = useOfferedScales(present)
  const uses = useVerdictUses(present)
  const [wanted, setWanted] = useState<string | null>(null)
  const isOfCase = ({ scale }: OfferedScale): boolean => isSameScale(scale, present)
  const { id, scale: chosen } = scales.find((one) => one.id === wanted) ?? scales.find(isOfCase)!
  const proposal = useMemo(() => proposedMapping(present, chosen, uses.keys()), [present, chosen, uses])
  const [changed, setChanged] = useState<{ of: VerdictScale; mapping: VerdictMapping } | null>(null)
  const mapping = changed?.of === chosen ? changed.mapping : proposal
  const isPresent = isSameScale(present, chosen)
  const adopt = async (): Promise<void> => {
    const scale = { name: chosen.name, verdicts: chosen.verdicts }
    const done = await perform({ do: 'set-verdict-scale', scale, mapping: onlyNeeded(mapping) })
    if (!done) return
    tell(`Claims are judged by “${chosen.name}” now.`, takeBack)
    onClose()
  }
  return (
    <DialogFrame
      title="Verdicts of this case"
      intro="One scale for the whole case. It is kept in the case file and in every report."
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={isPresent} onPress={() => void adopt()}>
            Judge by this scale
          </Button>
        </>
      }
    >
      <div className="case-scale">
        <ScaleList autoFocus label="Scales" scales={scales} chosen={id} onChoose={setWanted} />
        <ScaleChips scale={chosen} />
        {isPresent ? (
          <p className="hint">This case is judged by it. Scales of your own are made in the preferences.</p>
        ) : (
          uses.size > 0 && (
            <MappingTable
              from={present}
              to={chosen}
              uses={uses}
              mapping={mapping}
              onChange={(next) => setChanged({ of: chosen, mapping: next })}
            />
          )
        )}
      </div>
    </DialogFrame>
  )
}

/** What stays as it is need not be said. */
function onlyNeeded(mapping: VerdictMapping): VerdictMapping {
  return Object.fromEntries(Object.entries(mapping).filter(([from, to]) => from !== to))
}

/** The scale of the case where it is none of the others, the presets, and one's own. */
function useOfferedScales(present: CaseScale): OfferedScale[] {
  const own = useStore((state) => state.preferences.scales)
  return useMemo(() => {
    const offered: OfferedScale[] = [
      ...presetScales.map((scale, index) => ({ id: `preset-${index}`, scale, kind: 'preset' as const })),
      ...own.map((scale, index) => ({ id: `own-${index}`, scale, kind: 'own' as const })),
    ]
    if (offered.some(({ scale }) => isSameScale(scale, present))) return offered
    return [{ id: 'case', scale: present, kind: 'of this case' }, ...offered]
  }, [own, present])
}

/** How many claims have each verdict, in the order of the scale; what second readers say counts where no claim says it. */
function useVerdictUses(present: CaseScale): ReadonlyMap<Verdict, number> {
  const claims = useStore((state) => state.records.claim)
  const assessments = useStore((state) => state.records.assessment)
  return useMemo(() => {
    const counts = new Map<Verdict, number>()
    for (const { verdict } of claims.values())
      if (verdict !== null) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
    for (const { verdict } of assessments.values()) if (!counts.has(verdict)) counts.set(verdict, 0)
    const rank = (id: Verdict): number => {
      const place = present.verdicts.findIndex((verdict) => verdict.id === id)
      return place < 0 ? present.verdicts.length : place
    }
    return new Map([...counts].sort(([a], [b]) => rank(a) - rank(b)))
  }, [claims, assessments, present])
}
