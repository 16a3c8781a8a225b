import { Stack, Title } from '@mantine/core'
import type { ComponentType } from 'react'
import type { LayerName } from '../../plan/result/cake.ts'
import type { Screen } from '../state/view/screens.ts'
import { useWords } from '../words/useWords.ts'
import { Audit } from './audit/Audit.tsx'
import { BuildOut } from './buildOut/BuildOut.tsx'
import { CatalogScreen } from './catalog/CatalogScreen.tsx'
import { Compare } from './compare/Compare.tsx'
import { ExchangeScreen } from './exchange/ExchangeScreen.tsx'
import { Flows } from './flows/Flows.tsx'
import { CURRENCY_FIELDS, TAX_FIELDS } from './layers/fields/moneyFields.ts'
import { GOAL_FIELDS, PLAN_FIELDS } from './layers/fields/planFields.ts'
import { Form } from './layers/Inputs.tsx'
import { LayerScreen } from './layers/LayerScreen.tsx'
import { Library } from './library/Library.tsx'
import { Money } from './money/Money.tsx'
import { Overview } from './overview/Overview.tsx'
import { Report } from './report/Report.tsx'
import { SitesScreen } from './sites/SitesScreen.tsx'
import { Vary } from './vary/Vary.tsx'
import { Why } from './why/Why.tsx'

/** What stands behind each name in the address. */
export const VIEWS: Readonly<Record<Screen, ComponentType>> = {
  overview: Overview,
  agents: layerView('agents'),
  scheduling: layerView('scheduling'),
  distribution: layerView('distribution'),
  models: layerView('models'),
  accelerators: layerView('accelerators'),
  facility: layerView('facility'),
  power: layerView('power'),
  'build-out': BuildOut,
  sites: SitesScreen,
  flows: Flows,
  money: Money,
  audit: Audit,
  why: Why,
  vary: Vary,
  compare: Compare,
  report: Report,
  plan: PlanSettings,
  catalog: CatalogScreen,
  exchange: ExchangeScreen,
  library: Library,
}

function layerView(layer: LayerName): ComponentType {
  return () => <LayerScreen layer={layer} />
}

function PlanSettings() {
  const words = useWords().shell
  return (
    <Stack gap="sm">
      <Title order={1}>{words.planSettings}</Title>
      <Form title={words.planSettings} fields={PLAN_FIELDS} />
      <Form title={words.currency} note={words.currencyWhat} fields={CURRENCY_FIELDS} />
      <Form title={words.taxDebt} note={words.taxDebtWhat} fields={TAX_FIELDS} />
      <Form title={words.goals} note={words.goalsWhat} fields={GOAL_FIELDS} />
    </Stack>
  )
}
