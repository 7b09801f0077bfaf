import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import { relationTypes, type RelationType } from '../../../shared/domain/relation.js'
import { layoutMap } from '../../../shared/relation-map/map-layout.js'
import { mapSvg } from '../../../shared/relation-map/map-svg.js'
import { relationMap, type RelationMap } from '../../../shared/relation-map/relation-map.js'
import { CommandKey } from '../../components/command-key.js'
import { Button, ChoiceRow, DialogFrame } from '../../components/controls.js'
import { savePicture } from '../../store/case/save-picture.js'
import { claimNumbers, sourcesInOrder } from '../../store/selections.js'
import { closeDialog } from '../../store/closing.js'
import { useStore } from '../../store/store.js'
import { caseScale } from '../../store/claims/verdict-scale.js'
import { showClaim } from '../../store/view-actions.js'
import { MapCanvas } from './map-canvas.js'
import { RelationTable } from './relation-table.js'
import { TypeFilter } from './type-filter.js'
import './relation-map.css'

const scopes = [
  { id: 'claim', label: 'Around the open claim' },
  { id: 'case', label: 'Whole case' },
] as const

const forms = [
  { id: 'map', label: 'Map' },
  { id: 'table', label: 'Table' },
] as const

function open(id: string): void {
  closeDialog()
  showClaim(id)
}

/** Which claims contradict, support or correct which: as a map by source, or as a table. */
export function RelationMapDialog() {
  const openClaim = useStore(({ view }) => view.claimId)
  const title = useStore((state) => state.open?.info.title ?? '')
  const [scope, setScope] = useState<'claim' | 'case'>(openClaim ? 'claim' : 'case')
  const [form, setForm] = useState<'map' | 'table'>('map')
  const [types, setTypes] = useState<ReadonlySet<RelationType>>(new Set(relationTypes.map(({ id }) => id)))
  const map = useMap(scope === 'claim' ? openClaim : null, types)
  const layout = useMemo(() => layoutMap(map), [map])
  const isEmpty = map.edges.length === 0
  const save = (): void =>
    void savePicture('Relations', mapSvg(layout, `${title}: what contradicts what`, caseScale()))
  return (
    <DialogFrame
      title="What contradicts what"
      onClose={closeDialog}
      footer={
        <>
          <Button isDisabled={isEmpty} onPress={save}>
            <Download size={14} aria-hidden /> Save the map as SVG…
          </Button>
          <Button look="primary" onPress={closeDialog}>
            Close
          </Button>
        </>
      }
    >
      <div className="relation-map">
        <div className="map-tools">
          {openClaim && <ChoiceRow label="Claims" choices={scopes} value={scope} onChange={setScope} />}
          <ChoiceRow label="Shown as" choices={forms} value={form} onChange={setForm} />
          <TypeFilter types={types} onChange={setTypes} />
        </div>
        {isEmpty ? (
          <NoRelations />
        ) : form === 'map' ? (
          <MapCanvas layout={layout} start={openClaim} onOpen={open} />
        ) : (
          <RelationTable map={map} onOpen={open} />
        )}
      </div>
    </DialogFrame>
  )
}

function NoRelations() {
  const isNoneThere = useStore(({ records }) => records.relation.size === 0)
  if (!isNoneThere) return <p className="empty">No relations of these kinds.</p>
  return (
    <p className="empty">
      <span>
        No claims are linked yet. Begin a link at one claim <CommandKey command="link-claim" /> and end it at
        the other, or accept a finding that two passages contradict each other.
      </span>
    </p>
  )
}

function useMap(around: string | null, types: ReadonlySet<RelationType>): RelationMap {
  const records = useStore((state) => state.records)
  return useMemo(() => {
    const related = {
      claims: records.claim,
      relations: records.relation.values(),
      sources: sourcesInOrder(records.source),
      numbers: claimNumbers(records),
    }
    return relationMap(related, { around, types })
  }, [records, around, types])
}
