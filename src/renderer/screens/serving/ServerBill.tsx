import { useMemo } from 'react'
import { networkPerAccel } from '../../../engine/network/networkBill.ts'
import { type ServerBillLine, serverBill } from '../../../engine/network/serverBill.ts'
import { billRef } from '../../../engine/trace/serverBillTraces.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import { formatMusd, formatNumber, formatUsd } from '../../format/numbers.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useSession } from '../../state/session.ts'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

/** What has to be bought for the accelerators of a solved plan: units, switches, optics. */
export function ServerBill() {
  const words = useWords().serving
  const { site } = useWords().overview
  const { plan, catalog } = usePlan()
  const kept = useSession((state) => state.kept)
  const lines = useMemo(() => (kept ? serverBill(plan, catalog, kept.result) : []), [plan, catalog, kept])
  if (!kept) return <Panel title={words.billTitle}>{words.unsolved}</Panel>
  const sum = (pick: (line: ServerBillLine) => number) => lines.reduce((total, line) => total + pick(line), 0)
  return (
    <Panel title={words.billTitle} note={words.billNote}>
      <DataTable
        label={words.billTitle}
        items={lines}
        columns={[
          {
            head: site,
            read: (line) => plan.sites.find((own) => own.id === line.siteId)?.name ?? line.siteId,
          },
          { head: words.item, read: (line) => line.item },
          {
            ...{ head: words.count, isNumber: true },
            trace: (line) => billRef('count', line),
            read: (line) => formatNumber(line.count, 6),
          },
          {
            ...{ head: words.spares, isNumber: true },
            trace: (line) => (line.spares === null ? undefined : billRef('spares', line)),
            read: (line) => (line.spares === null ? '' : formatNumber(line.spares, 3)),
          },
          {
            ...{ head: words.price, isNumber: true },
            trace: (line) => billRef('price', line),
            read: ({ priceLowMusd: low, priceHighMusd: high }) =>
              low === high ? formatMusd(low, 3) : `${formatMusd(low, 3)} – ${formatMusd(high, 3)}`,
          },
          {
            ...{ head: words.power, isNumber: true },
            trace: (line) => billRef('power', line),
            read: (line) => formatNumber(line.kw, 4),
          },
          {
            ...{ head: words.lead, isNumber: true },
            trace: (line) => (line.leadWeeks === null ? undefined : billRef('lead', line)),
            read: (line) => (line.leadWeeks === null ? words.unknown : formatNumber(line.leadWeeks)),
          },
          { head: words.grade, read: (line) => line.grade },
          { head: words.source, isLong: true, read: (line) => line.source },
        ]}
        foot={[
          ...['', '', '', ''],
          {
            shown: [sum((line) => line.priceLowMusd), sum((line) => line.priceHighMusd)]
              .map((musd) => formatMusd(musd, 3))
              .join(' – '),
            trace: toRef('bill-total', 'price'),
          },
          {
            shown: formatNumber(
              sum((line) => line.kw),
              5,
            ),
            trace: toRef('bill-total', 'power'),
          },
          ...['', '', ''],
        ]}
      />
      <p>
        {plan.accelerators
          .map((own) => {
            const { low, high, watts } = networkPerAccel(own, catalog, LARGE)
            return `${own.id}: ${words.networkEach(formatUsd(low), formatUsd(high), formatNumber(watts, 2))}`
          })
          .join('; ')}
      </p>
    </Panel>
  )
}

/** Accelerators of a network of two tiers that is well filled. */
const LARGE = 1024
