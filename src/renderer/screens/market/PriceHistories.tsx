import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { apiPriceList } from '../../../engine/derive/distribution/apiPrices.ts'
import { listPeriods } from '../../../engine/derive/periods.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { firstDayOf } from '../../../plan/priceDates.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { aside, said } from '../../format/punctuation.ts'
import { type Field, type Path, readAt, toFaultPath } from '../../grid/field.ts'
import { Panel } from '../../parts/Panel.tsx'
import { derived } from '../../state/plan/derived.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useFocus } from '../../state/view/focus.ts'
import { useWords } from '../../words/useWords.ts'
import { List } from '../layers/Inputs.tsx'
import * as fields from './marketFields.ts'

interface History {
  /** Of its rows, as faults name it. */
  readonly key: string
  readonly name: string
  readonly list: Path
  readonly fields: readonly Field[]
  /** A first price, beside its day. */
  readonly price: object
}

/** The dated prices of one offer at a time: leases, APIs, markets, what is sold. */
export function PriceHistories() {
  const words = useWords().market
  const { plan, catalog } = usePlan()
  const [key, setKey] = useState<string | null>(null)
  const histories = listHistories(plan, catalog, words)
  const focused = useFocus((state) => state.path)
  // Whoever is taken to a price must find it.
  useEffect(() => {
    const found = histories.find((own) => focused?.startsWith(`${own.key}[`))
    if (found) setKey(found.key)
  })
  const most = histories.toSorted((a, b) => rowsOf(plan, b).length - rowsOf(plan, a).length)[0]
  const shown = histories.find((own) => own.key === key) ?? most
  if (!shown) return <Panel title={words.histories}>{words.noOffers}</Panel>
  return (
    <List
      key={shown.key}
      title="Price history"
      note={words.historiesNote}
      list={shown.list}
      fields={shown.fields}
      create={(draft) => ({ from: nextDay(draft, rowsOf(draft, shown)), ...shown.price })}
      tools={
        <Select
          size="xs"
          w={260}
          aria-label={words.offer}
          data={histories.map((own) => ({
            value: own.key,
            label: aside(own.name, String(rowsOf(plan, own).length)),
          }))}
          value={shown.key}
          onChange={setKey}
          allowDeselect={false}
        />
      }
    />
  )
}

const rowsOf = (plan: Plan, { list }: History) => readAt(plan, list) as readonly { readonly from: string }[]

/** The first period after the first that has no price of its own yet. */
function nextDay(plan: Plan, rows: readonly { readonly from: string }[]): string {
  const taken = new Set(rows.map((row) => firstDayOf(row.from)))
  const labels = listPeriods(plan).map((period) => period.label)
  const free = [...labels.slice(1), ...labels].find((label) => !taken.has(firstDayOf(label)))
  return free ?? plan.horizon.start
}

const listOf = ({ usdPerMInput, usdPerMCachedInput, usdPerMOutput }: TokenPrices): object => ({
  ...{ usdPerMInput, usdPerMOutput },
  ...(usdPerMCachedInput === undefined ? {} : { usdPerMCachedInput }),
})
type TokenPrices = Plan['distribution']['apis'][number]['prices'][number]

function listHistories(
  plan: Plan,
  catalog: Catalog,
  words: ReturnType<typeof useWords>['market'],
): History[] {
  const { leases, apis, sales, sellPrices } = plan.distribution
  const history = (name: string, own: readonly Field[], price: object, ...list: Path): History => {
    const path = ['distribution', ...list]
    return { key: toFaultPath(path), name, list: path, fields: own, price }
  }
  const tokens = { usdPerMInput: 0, usdPerMOutput: 0 }
  return [
    ...leases.map(({ name, usdPerAccelH }, index) =>
      history(
        said(words.kinds.lease, name),
        fields.ACCEL_PRICE_FIELDS,
        { usdPerAccelH },
        ...(['leases', index, 'prices'] as const),
      ),
    ),
    ...apis.map((api, index) => {
      // Own prices take the place of the catalog's: the first is what it says.
      const found = derived(() => apiPriceList(plan, catalog, api, listPeriods(plan)[0]!).list)
      return history(
        said(words.kinds.api, api.name),
        fields.API_PRICE_FIELDS,
        api.prices.at(-1) === undefined ? (found ?? tokens) : listOf(api.prices.at(-1)!),
        ...(['apis', index, 'prices'] as const),
      )
    }),
    ...sales.map(({ name, kind, usd }, index) =>
      history(
        said(words.kinds.sale, name),
        fields.salePriceFields(kind),
        { usd },
        ...(['sales', index, 'prices'] as const),
      ),
    ),
    history(words.soldTokens, fields.SELL_PRICE_FIELDS, sellPrices.tokens ?? tokens, 'sellPrices', 'prices'),
    history(
      words.letAccelerators,
      fields.ACCEL_PRICE_FIELDS,
      { usdPerAccelH: sellPrices.computeUsdPerAccelH ?? 0 },
      ...(['sellPrices', 'computePrices'] as const),
    ),
  ]
}
