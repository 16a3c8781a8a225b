import { Group } from '@mantine/core'
import type { AfterTax, DebtYear, TaxYear } from '../../../engine/results/money/afterTax.ts'
import { type TaxColumn, taxRef } from '../../../engine/trace/money/taxRowTraces.ts'
import { type TraceRef, toRef } from '../../../engine/trace/trace.ts'
import { formatNumber, formatShare, formatUsd } from '../../format/numbers.ts'
import { clauses } from '../../format/punctuation.ts'
import { Figure, Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { type DataColumn, mostOfUnit } from '../../parts/tables/dataColumn.ts'
import { useShownUnit, useWords } from '../../words/useWords.ts'

interface Year extends TaxYear {
  readonly loan: DebtYear | undefined
}

/** What tax takes and loans do: value, return, payback, coverage, and every year of them. */
export function AfterTaxPanel({ own }: { readonly own: AfterTax }) {
  const words = useWords().money
  const { debt } = own
  const side = debt ? 'owners' : 'own'
  const items = (debt?.tax ?? own.years).map((year): Year => ({ ...year, loan: debt?.years[year.year] }))
  const number = (
    head: string,
    column: TaxColumn,
    pick: (year: Year) => number | undefined,
  ): DataColumn<Year> => ({
    ...{ head, unit: 'M$', number: pick },
    trace: (year) => (pick(year) ? taxRef(column, side, year.year) : undefined),
  })
  const loanColumns: DataColumn<Year>[] = [
    number(words.drawn, 'drawn', ({ loan }) => loan?.drawnMusd),
    number(words.service, 'service', ({ loan }) => loan?.serviceMusd),
    number(words.owed, 'owed', ({ loan }) => loan?.balanceMusd),
    {
      ...{ head: words.coverage, digits: 3, number: ({ loan }) => loan?.coverage },
      trace: ({ loan, year }) =>
        loan && loan.coverage !== null ? toRef('coverage', String(year)) : undefined,
    },
  ]
  const columns: DataColumn<Year>[] = [
    { head: words.year, read: ({ year }) => String(year + 1) },
    number(words.earned, 'income', ({ incomeMusd }) => incomeMusd),
    number(words.writtenOff, 'writtenOff', ({ depreciationMusd }) => depreciationMusd),
    number(words.interest, 'interest', ({ interestMusd }) => interestMusd),
    number(words.lossUsed, 'lossUsed', ({ lossUsedMusd }) => lossUsedMusd),
    number(words.taxable, 'taxable', ({ taxableMusd }) => taxableMusd),
    {
      ...{ head: words.tax, unit: 'M$', number: ({ taxMusd }) => taxMusd },
      trace: ({ year }) => toRef('tax', side, String(year)),
    },
    ...(debt ? loanColumns : []),
  ]
  const { unit } = useShownUnit('M$', mostOfUnit('M$', columns, items))
  return (
    <Panel title={words.afterTax} note={clauses([words.afterTaxNote, unit])}>
      <Group gap={36} py="xs">
        <Worth {...{ own }} value={words.valueAfterTax} rate={words.returnAfterTax} side="own" />
        <Figure
          label={words.paybackAfterTax}
          value={own.paybackYears === null ? words.never : words.years(formatNumber(own.paybackYears))}
          trace={own.paybackYears === null ? undefined : toRef('payback', 'own')}
        />
        {debt && <Worth own={debt} value={words.valueOfOwners} rate={words.returnOfOwners} side="owners" />}
        {debt && (
          <Figure
            label={words.leastCoverage}
            value={formatNumber(debt.leastCoverage)}
            trace={traceOfLeast(debt)}
          />
        )}
      </Group>
      <DataTable label={words.afterTax} {...{ columns, items }} />
    </Panel>
  )
}

function traceOfLeast({ years, leastCoverage }: NonNullable<AfterTax['debt']>): TraceRef | undefined {
  const least = years.find(({ coverage }) => coverage !== null && coverage === leastCoverage)
  return least && toRef('coverage', String(least.year))
}

interface WorthProps {
  readonly own: Pick<AfterTax, 'netPresentValueMusd' | 'rateOfReturn'>
  readonly value: string
  readonly rate: string
  readonly side: 'own' | 'owners'
}

function Worth({ own: { netPresentValueMusd, rateOfReturn: found }, value, rate, side }: WorthProps) {
  const words = useWords().money
  const isRate = found.kind === 'rate'
  return (
    <>
      <Figure
        label={value}
        value={formatUsd(netPresentValueMusd * 1e6, 4)}
        trace={toRef('after-tax', side)}
      />
      <Figure
        label={rate}
        value={isRate ? formatShare(found.perYear, 1) : words.noRate[found.kind]}
        unit={isRate ? words.aYear : ''}
        trace={isRate ? toRef('return-of', side) : undefined}
      />
    </>
  )
}
