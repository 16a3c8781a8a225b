import { Select, Stack, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { LayerName } from '../../../plan/result/cake.ts'
import type { Path } from '../../grid/field.ts'
import { Beside } from '../../parts/Beside.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useFocus } from '../../state/view/focus.ts'
import { useWords } from '../../words/useWords.ts'
import { DemandLines } from '../demand/DemandLines.tsx'
import { Eligibility } from '../demand/Eligibility.tsx'
import { LayerWorth } from '../demand/LayerWorth.tsx'
import { TaskClasses } from '../demand/TaskClasses.tsx'
import { MarketMoves } from '../market/MarketMoves.tsx'
import { MarketPrices } from '../market/MarketPrices.tsx'
import { PriceHistories } from '../market/PriceHistories.tsx'
import { Retirements } from '../serving/Retirements.tsx'
import { AcceleratorParts, ModelParts } from '../serving/ServingParts.tsx'
import { REGION_FIELDS } from './fields/demandFields.ts'
import { DISTRIBUTION_FIELDS, LINK_FIELDS, PRICE_FIELDS } from './fields/distributionFields.ts'
import {
  API_FIELDS,
  LEASE_EXPORT_FIELDS,
  LEASE_FIELDS,
  SALE_FIELDS,
  SERVICE_FIELDS,
} from './fields/offerFields.ts'
import * as powerFields from './fields/powerFields.ts'
import { ROUTING_FIELDS } from './fields/routingFields.ts'
import * as siteFields from './fields/siteFields.ts'
import * as supplyFields from './fields/supplyFields.ts'
import { HourlyImport } from './HourlyImport.tsx'
import { Form, List } from './Inputs.tsx'
import { LayerTrend } from './LayerTrend.tsx'
import * as rows from './newRows.ts'
import { SupplierTemplates } from './SupplierTemplates.tsx'

/** What the planner says of one layer, and how its capacity follows its need. */
export function LayerScreen({ layer }: { readonly layer: LayerName }) {
  const words = useWords()
  return (
    <Stack gap="sm">
      <Title order={1}>
        {words.layers[layer].name}{' '}
        <small style={{ fontWeight: 400, color: 'var(--text-soft)' }}>{words.layers[layer].what}</small>
      </Title>
      <LayerTrend layer={layer} />
      <Inputs layer={layer} />
    </Stack>
  )
}

function Inputs({ layer }: { readonly layer: LayerName }) {
  const { plan, catalog } = usePlan()
  switch (layer) {
    case 'agents':
      return (
        <>
          <DemandLines />
          <List title="Regions" list={['regions']} fields={REGION_FIELDS} create={rows.newRegion} />
        </>
      )
    case 'scheduling':
      return (
        <>
          <Form title="Routing" fields={ROUTING_FIELDS} />
          <TaskClasses />
          <List
            title="Services of two models"
            list={['routing', 'services']}
            fields={SERVICE_FIELDS}
            create={rows.newService}
          />
          <LayerWorth />
          <Eligibility />
        </>
      )
    case 'distribution':
      return (
        <>
          <List
            title="Leases"
            list={['distribution', 'leases']}
            fields={LEASE_FIELDS}
            create={rows.newLease}
          />
          <List
            title="Export rules of leases"
            list={['distribution', 'leases']}
            fields={LEASE_EXPORT_FIELDS}
          />
          <List
            title="Tokens bought"
            list={['distribution', 'apis']}
            fields={API_FIELDS}
            create={rows.newApi}
          />
          <List
            title="Markets for what is left over"
            list={['distribution', 'sales']}
            fields={SALE_FIELDS}
            create={rows.newSale}
          />
          <List
            title="Limits of links"
            list={['distribution', 'links']}
            fields={LINK_FIELDS}
            create={rows.newLink}
          />
          <Beside>
            <Form title="Network" fields={DISTRIBUTION_FIELDS} />
            <Form title="What is sold" fields={PRICE_FIELDS} />
          </Beside>
          <PriceHistories />
          <MarketMoves />
          <MarketPrices />
        </>
      )
    case 'models':
      return (
        <ModelParts>
          <List title="Models" list={['models']} fields={supplyFields.MODEL_FIELDS} create={rows.newModel} />
        </ModelParts>
      )
    case 'accelerators':
      return (
        <AcceleratorParts>
          <List
            title="Accelerators on sale"
            list={['accelerators']}
            fields={supplyFields.ACCELERATOR_FIELDS}
            create={rows.newAccelerator}
          />
          <List title="Price and supply" list={['accelerators']} fields={supplyFields.SUPPLY_FIELDS} />
          <List title="Life and refresh" list={['accelerators']} fields={supplyFields.LIFE_FIELDS} />
          <Retirements />
          <List
            title="Training"
            list={['training']}
            fields={supplyFields.TRAINING_FIELDS}
            create={rows.newTraining}
          />
          <Form title="Procurement" fields={supplyFields.procurementFields(plan, catalog)} />
        </AcceleratorParts>
      )
    case 'facility':
      return (
        <>
          <List title="Sites" list={['sites']} fields={siteFields.SITE_FIELDS} create={rows.newSite} />
          <List title="Buildings and cooling" list={['sites']} fields={siteFields.FACILITY_FIELDS} />
          <List title="Cooling, losses and water" list={['sites']} fields={siteFields.COOLING_FIELDS} />
          <List title="Redundancy" list={['sites']} fields={siteFields.REDUNDANCY_FIELDS} />
        </>
      )
    case 'power':
      return (
        <>
          <List title="Grid and energy" list={['sites']} fields={powerFields.POWER_FIELDS} />
          <List title="Connection and ratchet" list={['sites']} fields={powerFields.CONNECTION_FIELDS} />
          <List title="Rules of supply" list={['sites']} fields={powerFields.SUPPLY_RULE_FIELDS} />
          <SitePower />
        </>
      )
    default:
      return layer satisfies never
  }
}

/** Contracts and plant of one site at a time. */
function SitePower() {
  const words = useWords()
  const { plan } = usePlan()
  const [siteId, setSiteId] = useState<string | null>(null)
  const index = Math.max(
    0,
    plan.sites.findIndex((site) => site.id === siteId),
  )
  const focused = useFocus((state) => state.path)
  // Whoever is taken to a contract or plant of a site must find it.
  useEffect(() => {
    const [, at] = /^sites\[(\d+)\]\.power\.(contracts|onSite)/.exec(focused ?? '') ?? []
    const found = at === undefined ? undefined : plan.sites[Number(at)]
    if (found) setSiteId(found.id)
  }, [focused, plan])
  const site = plan.sites[index]
  if (!site) return null
  const list = (name: string): Path => ['sites', index, 'power', name]
  return (
    <>
      <Select
        size="xs"
        w={220}
        label={words.overview.site}
        data={plan.sites.map((own) => ({ value: own.id, label: own.name }))}
        value={site.id}
        onChange={setSiteId}
        allowDeselect={false}
      />
      <SupplierTemplates key={`templates ${site.id}`} site={site} index={index} />
      <List
        key={`contracts ${site.id}`}
        title={words.contracts(site.name)}
        list={list('contracts')}
        fields={powerFields.CONTRACT_FIELDS}
        create={rows.newContract}
      />
      <List
        key={`plant ${site.id}`}
        title={words.onSite(site.name)}
        list={list('onSite')}
        fields={powerFields.ON_SITE_FIELDS}
        create={rows.newOnSite}
      />
      <HourlyImport key={`hours ${site.id}`} site={site} index={index} />
    </>
  )
}
