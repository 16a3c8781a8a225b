import { Button, Group, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { type SupplierTemplate, supplierTemplates } from '../../../catalog/supplierTemplates.ts'
import type { InputFault } from '../../../plan/fault.ts'
import type { Site } from '../../../plan/schema/site.ts'
import { aside, said } from '../../format/punctuation.ts'
import { newId } from '../../grid/newId.ts'
import { RefusedEdit } from '../../parts/FaultList.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { editPlan } from '../../state/plan/edits.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

/** Contracts, plant and tariffs of suppliers by name, inserted into a site with the catalog's figures. */
export function SupplierTemplates({ site, index }: { readonly site: Site; readonly index: number }) {
  const words = useWords().supply
  const { catalog } = usePlan()
  const templates = useMemo(() => supplierTemplates(catalog), [catalog])
  const [chosen, setChosen] = useState<string | null>(null)
  const [faults, setFaults] = useState<readonly InputFault[]>([])
  const template = chosen === null ? undefined : templates[Number(chosen)]
  const insert = async (own: SupplierTemplate): Promise<void> => {
    const label = words.inserted(own.supplier)
    setFaults(
      await editPlan(label, (draft) => {
        const target = draft.sites[index]
        if (target) apply(target, own, words.from(own.supplier, own.offers))
      }),
    )
  }
  const labelOf = (own: SupplierTemplate): string => {
    const what = own.kind === 'tariff' ? own.row.name : own.row.technology
    const kind =
      own.kind === 'tariff'
        ? words.tariff
        : own.kind === 'on-site'
          ? words.onSite
          : words.contract(own.contract)
    return said(own.supplier, aside(what, kind))
  }
  return (
    <Panel title={words.title(site.name)} note={words.note}>
      <RefusedEdit faults={faults} />
      <Group gap="sm" align="end">
        <Select
          size="xs"
          w={460}
          searchable
          label={words.pick}
          placeholder={words.choose}
          data={templates.map((own, at) => ({ value: String(at), label: labelOf(own) }))}
          value={chosen}
          onChange={setChosen}
        />
        <Button size="xs" disabled={!template} onClick={() => template && void insert(template)}>
          {words.insert}
        </Button>
      </Group>
    </Panel>
  )
}

/** Puts a template into a site of the draft. */
function apply({ power }: Site, template: SupplierTemplate, note: string): void {
  const id = newId([...power.contracts, ...power.onSite], template.supplierId)
  const maxMw = Math.max(1, power.gridLimitMw)
  switch (template.kind) {
    case 'contract':
      power.contracts.push({
        ...{ id, kind: template.contract, energySourceId: template.row.id, maxMw },
        ...{ start: power.energised, termYears: 10, escalatorPerYear: 0, takeOrPayShare: 1 },
        ...{ isDirect: false, firmShare: 0, note },
      })
      return
    case 'on-site':
      power.onSite.push({ id, energySourceId: template.row.id, maxMw, unitMw: 1, note })
      return
    case 'tariff':
      power.energyUsdPerMwh = template.row.priceUsdMwh
      if (template.row.demandChargeUsdKwMonth !== null)
        power.demandChargeUsdPerKwMonth = template.row.demandChargeUsdKwMonth
      power.note = note
      return
    default:
      template satisfies never
  }
}
