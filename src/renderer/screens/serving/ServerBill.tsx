import { Fragment, useMemo } from 'react'
import { networkPerAccel, WELL_FILLED } from '../../../engine/network/networkBill.ts'
import { type ServerBillLine, serverBill } from '../../../engine/network/serverBill.ts'
import { networkEachRef } from '../../../engine/trace/accelerators/networkEachTraces.ts'
import { billRef } from '../../../engine/trace/accelerators/serverBillTraces.ts'
import { gradeIn } from '../../../engine/trace/inputSource.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import { formatMusd, formatNumber, formatUsd } from '../../format/numbers.ts'
import { clauses, said } from '../../format/punctuation.ts'
import { OfResult } from '../../parts/OfResult.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { TracedText } from '../../parts/traced/TracedText.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useShippedText } from '../../words/useShippedText.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'

/** What has to be bought for the accelerators of a solved plan: units, switches, optics. */
export function ServerBill() {
  const words = useWords().serving
  const say = useShippedText()
  const names = useThingNames()
  const { site } = useWords().overview
  const { plan, catalog } = usePlan()
  const kept = useSession((state) => state.kept)
  const lines = useMemo(() => (kept ? serverBill(plan, catalog, kept.result) : []), [plan, catalog, kept])
  if (!kept) return <Panel title={words.billTitle}>{words.unsolved}</Panel>
  const sum = (pick: (line: ServerBillLine) => number) => lines.reduce((total, line) => total + pick(line), 0)
  return (
    <OfResult>
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
              head: words.count,
              number: (line) => line.count,
              trace: (line) => billRef('count', line),
            },
            {
              head: words.spares,
              digits: 3,
              none: '',
              number: (line) => line.spares,
              trace: (line) => (line.spares === null ? undefined : billRef('spares', line)),
            },
            {
              ...{ head: words.price, isNumber: true },
              trace: (line) => billRef('price', line),
              read: ({ priceLowMusd: low, priceHighMusd: high }) =>
                low === high ? formatMusd(low, 3) : `${formatMusd(low, 3)} – ${formatMusd(high, 3)}`,
            },
            {
              head: words.power,
              number: (line) => line.kw,
              trace: (line) => billRef('power', line),
            },
            {
              head: words.lead,
              digits: 3,
              none: words.unknown,
              number: (line) => line.leadWeeks,
              trace: (line) => (line.leadWeeks === null ? undefined : billRef('lead', line)),
            },
            { head: words.grade, read: (line) => line.grade || gradeIn(line.source) || '—' },
            { head: words.source, isLong: true, read: (line) => say(line.source) },
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
              shown: sum((line) => line.kw),
              trace: toRef('bill-total', 'power'),
            },
            ...['', '', ''],
          ]}
        />
        <p>
          {plan.accelerators.map((own, place) => {
            const { low, high, watts } = networkPerAccel(own, catalog, WELL_FILLED)
            return (
              <Fragment key={own.id}>
                {place > 0 && clauses(['', ''])}
                {said(names.accelerator(own.id), '')}
                <TracedText
                  say={words.networkEach}
                  figures={[
                    { shown: formatUsd(low), trace: networkEachRef('low', own.id) },
                    { shown: formatUsd(high), trace: networkEachRef('high', own.id) },
                    { shown: formatNumber(watts, 2), trace: networkEachRef('watts', own.id) },
                  ]}
                />
              </Fragment>
            )
          })}
        </p>
      </Panel>
    </OfResult>
  )
}
