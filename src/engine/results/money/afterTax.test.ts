import { expect, test } from 'vitest'
import { type AfterTax, afterTax, type Terms } from './afterTax.ts'
import { loanPayments } from './debt.ts'
import { depreciationShares } from './depreciation.ts'
import type { BoughtAsset, Payment } from './payments.ts'

const asset: BoughtAsset = { assetClass: 'servers', serviceYears: 0 }
const paid = (kind: Payment['kind'], years: number, musd: number, own: Partial<Payment> = {}): Payment => ({
  ...{ kind, years, musd, layer: 'accelerators', name: kind, ...own },
})
const bought = paid('capital', 0, -300, { asset })
/** 300 M$ for three years of 200 less 50. */
const business = (revenues = [200, 200, 200]): Payment[] => [
  bought,
  ...revenues.map((musd, year) => paid('revenue', year + 0.5, musd)),
  ...revenues.map((_, year) => paid('running', year + 0.5, -50)),
]
const terms: Terms = {
  tax: {
    ...{ rateShare: 0.25, depreciation: 'straight-line', carriesLosses: true },
    lifeYears: { servers: 3, buildings: 39, power: 15 },
  },
  debt: { capitalShare: 0, interestPerYear: 0.07, tenorYears: 2 },
  ...{ ratePerYear: 0.1, horizonYears: 3, isPaidAtEnd: false },
}
const taxOf = ({ years }: AfterTax): number[] => years.map(({ taxMusd }) => taxMusd)

test('tables of MACRS for 5 and 15 years, of IRS Publication 946', () => {
  const shares = (lifeYears: number, years: number) =>
    depreciationShares({ method: 'declining-balance', lifeYears, serviceYears: 0, firstYear: 0 }, years).map(
      (share) => Math.round(share * 1e4) / 100,
    )
  expect(shares(5, 7)).toEqual([20, 32, 19.2, 11.52, 11.52, 5.76, 0])
  expect(shares(15, 8)).toEqual([5, 9.5, 8.55, 7.7, 6.93, 6.23, 5.9, 5.9])
  for (const lifeYears of [1, 3, 5, 7, 10, 15, 20, 39])
    expect(shares(lifeYears, 41).reduce((sum, own) => sum + own, 0)).toBeCloseTo(100, 0)
})

test('straight-line runs from the day of service to the end of the life or of the horizon', () => {
  const asset = { method: 'straight-line', lifeYears: 2, serviceYears: 0.5, firstYear: 0 } as const
  expect(depreciationShares(asset, 4)).toEqual([0.25, 0.5, 0.25, 0])
  expect(depreciationShares(asset, 1.25)).toEqual([0.25, 0.125])
  expect(depreciationShares({ ...asset, lifeYears: 39, method: 'declining-balance' }, 1)).toEqual([0.5 / 39])
})

test('a quarter of what is earned beyond what is written off, paid when the year ends', () => {
  const own = afterTax(business(), terms)
  expect(own.years.map(({ depreciationMusd }) => depreciationMusd)).toEqual([100, 100, 100])
  expect(taxOf(own)).toEqual([12.5, 12.5, 12.5])
  // -300 + 150 (1.1^-0.5 + 1.1^-1.5 + 1.1^-2.5) - 12.5 (1.1^-1 + 1.1^-2 + 1.1^-3)
  expect(own.netPresentValueMusd).toBeCloseTo(60.149, 3)
  expect(own.debt).toBeNull()
})

test('a loss is carried to the years that can use it, or lost', () => {
  const revenues = [100, 200, 200]
  const carried = afterTax(business(revenues), terms)
  expect(taxOf(carried)).toEqual([0, 0, 12.5])
  expect(carried.years[1]).toMatchObject({ lossUsedMusd: 50, taxableMusd: 0 })
  const lost = afterTax(business(revenues), { ...terms, tax: { ...terms.tax, carriesLosses: false } })
  expect(taxOf(lost)).toEqual([0, 12.5, 12.5])
})

test('what is sold is income, and the rest of its price is written off with it; a deposit is neither', () => {
  const sold = paid('returned', 2.5, 60, { asset })
  const deposit = [paid('capital', 0, -40, { isDeposit: true }), paid('returned', 3, 40, { isDeposit: true })]
  const tax = {
    ...terms.tax,
    depreciation: 'declining-balance',
    lifeYears: { ...terms.tax.lifeYears, servers: 5 },
  } as const
  const { years } = afterTax([...business(), sold, ...deposit], { ...terms, tax })
  // 20 and 32 % of 300, then the 48 % that are left; 60 for them.
  expect(years.map(({ depreciationMusd }) => depreciationMusd)).toEqual([
    60,
    expect.closeTo(96, 9),
    expect.closeTo(144, 9),
  ])
  expect(years.map(({ incomeMusd }) => incomeMusd)).toEqual([150, 150, 210])
})

test('a loan is drawn, served in equal payments, lowers the tax, and is covered by what is earned', () => {
  const { debt, ...own } = afterTax(business(), { ...terms, debt: { ...terms.debt, capitalShare: 0.6 } })
  expect(taxOf(own as AfterTax)).toEqual([12.5, 12.5, 12.5])
  // 180 at 7 % over two years: 99.556 a year, 12.6 and 6.513 of it interest.
  expect(debt!.years.map(({ serviceMusd }) => serviceMusd)).toEqual([
    0,
    expect.closeTo(99.5565, 4),
    expect.closeTo(99.5565, 4),
  ])
  expect(debt!.years.map(({ balanceMusd }) => Math.round(balanceMusd * 1e4) / 1e4)).toEqual([180, 93.0435, 0])
  expect(debt!.years[2]!.balanceMusd).toBe(0)
  expect(debt!.tax.map(({ taxMusd }) => taxMusd)).toEqual([
    12.5,
    expect.closeTo(9.35, 9),
    expect.closeTo(10.8717, 4),
  ])
  expect(debt!.years[1]!.coverage).toBeCloseTo(1.4128, 4)
  expect(debt!.leastCoverage).toBeCloseTo(1.3975, 4)
  expect(debt!.netPresentValueMusd).toBeCloseTo(71.1918, 4)
})

test('interest until service is added to the loan, and what is owed at the horizon is paid then', () => {
  const debt = { capitalShare: 0.5, interestPerYear: 0.1, tenorYears: 10 }
  const payments = loanPayments([{ musd: 200, paidYears: -1, serviceYears: 1 }], debt, 2.5)
  // 100 for two years is 121; a tenth part of its annuity is paid at 2, the rest at 2.5.
  expect(payments[1]).toMatchObject({ years: 1, musd: 0, interestMusd: expect.closeTo(21, 9) })
  const [yearly, last] = payments.slice(2)
  expect(yearly).toMatchObject({ kind: 'service', years: 2, musd: expect.closeTo(19.6922, 4) })
  expect(last).toMatchObject({ kind: 'balance', years: 2.5 })
  expect(last!.musd).toBeCloseTo((121 * 1.1 - 19.6922) * 1.1 ** 0.5, 3)
})

test('a loan at the discount rate is worth nothing where interest lowers no tax', () => {
  const free = { ...terms, tax: { ...terms.tax, rateShare: 0 } }
  for (const tenorYears of [1, 2, 3, 9]) {
    const debt = { capitalShare: 0.8, interestPerYear: 0.1, tenorYears }
    const own = afterTax(business(), { ...free, debt })
    expect(own.debt!.netPresentValueMusd).toBeCloseTo(own.netPresentValueMusd, 9)
    expect(own.debt!.years.at(-1)!.balanceMusd).toBeCloseTo(0, 9)
  }
})

test('where bills are paid when their period ends, the last of a year is taxed with it and not with the next', () => {
  const atEnd = [
    paid('capital', 1, -300, { asset: { assetClass: 'servers', serviceYears: 1 } }),
    ...[1, 2, 3].flatMap((years) => [paid('revenue', years, 200), paid('running', years, -50)]),
  ]
  const ended = { ...terms, isPaidAtEnd: true }
  const tax = { ...terms.tax, depreciation: 'declining-balance' } as const
  const { years } = afterTax(atEnd, { ...ended, tax })
  expect(years.map(({ incomeMusd }) => incomeMusd)).toEqual([150, 150, 150])
  // Three years as MACRS has them, the first of them the year that ends with the delivery: 33.33, 44.45, 14.81 %.
  expect(years.map(({ depreciationMusd }) => Math.round(depreciationMusd))).toEqual([100, 133, 44])
  const { debt } = afterTax(atEnd, { ...ended, debt: { ...terms.debt, capitalShare: 0.5 } })
  expect(debt!.years.map(({ drawnMusd }) => drawnMusd)).toEqual([150, 0, 0])
  expect(debt!.years.map(({ coverage }) => coverage !== null)).toEqual([false, true, true])
  // At the start of a period the same date is the next year's.
  const started = afterTax(atEnd, terms)
  expect(started.years.map(({ incomeMusd }) => incomeMusd)).toEqual([0, 150, 300])
})
