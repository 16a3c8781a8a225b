import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planCatalog } from '../../../src/catalog/planCatalog.ts'
import { toAudited } from '../../../src/engine/audit/audited.ts'
import { checkAfterTax } from '../../../src/engine/audit/checks/wholePlan/afterTax.ts'
import { resultAfterTax } from '../../../src/engine/results/money/resultAfterTax.ts'
import { hashPlan } from '../../../src/main/hashPlan.ts'
import { readBranchResult, readSample } from '../../../src/main/library/sample.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { PlanResult } from '../../../src/plan/result/result.ts'
import type { Plan } from '../../../src/plan/schema/plan.ts'

const resources = join(import.meta.dirname, '../../../resources')
const catalog = await readCatalog()
const plan = readSample(resources).branches.find((own) => own.id === 'meridian-power-plus-50')!
const result = PlanResult.parse(readBranchResult(resources, plan))
const audited = toAudited(plan, planCatalog(plan, catalog), result, hashPlan(plan))

type Finance = Plan['finance']
interface Terms {
  readonly tax?: Partial<Finance['tax']>
  readonly debt?: Partial<Finance['debt']>
}
const withTerms = ({ tax = {}, debt = {} }: Terms): Plan => ({
  ...plan,
  finance: {
    ...plan.finance,
    tax: { ...plan.finance.tax, rateShare: 0.25, ...tax },
    debt: { ...plan.finance.debt, capitalShare: 0.6, ...debt },
  },
})
const failedOf = (terms: Terms, claimed?: Parameters<typeof checkAfterTax>[1]) =>
  checkAfterTax({ ...audited, plan: withTerms(terms) }, claimed).filter((line) => !line.isOk)

test.each<[string, Terms]>([
  ['straight-line, a loan of seven years', {}],
  ['declining balance', { tax: { depreciation: 'declining-balance' } }],
  [
    'lives of three, twelve and twenty years',
    { tax: { depreciation: 'declining-balance', lifeYears: { servers: 3, buildings: 20, power: 12 } } },
  ],
  ['losses are lost', { tax: { carriesLosses: false, lifeYears: { servers: 2 } } }],
  ['a loan without interest, paid back within the horizon', { debt: { interestPerYear: 0, tenorYears: 2 } }],
  ['a loan for everything, at the horizon hardly begun', { debt: { capitalShare: 1, tenorYears: 40 } }],
  ['no tax', { tax: { rateShare: 0 } }],
  ['no loan', { debt: { capitalShare: 0 } }],
])('%s: tax, loans and what they leave are found again from the payments', (_, terms) => {
  expect(failedOf(terms).map((line) => line.sentence)).toEqual([])
})

test('a plan without tax and loans has nothing to look at', () => {
  expect(checkAfterTax(audited)).toEqual([])
})

describe('planted errors', () => {
  const claims = resultAfterTax(withTerms({}), catalog, result)!
  const debt = claims.debt!
  const changed = <T>(list: readonly T[], change: (own: T) => T): T[] => {
    const at = list.length - 2
    return list.map((own, index) => (index === at ? change(own) : own))
  }
  type Claims = typeof claims
  const ERRORS: [string, string, Claims][] = [
    [
      'a tax at another rate',
      'afterTax.own.years[4].taxMusd',
      { ...claims, years: changed(claims.years, (own) => ({ ...own, taxMusd: own.taxMusd * 1.1 })) },
    ],
    [
      'an income without what is sold',
      'afterTax.own.years[4].incomeMusd',
      { ...claims, years: changed(claims.years, (own) => ({ ...own, incomeMusd: own.incomeMusd * 0.98 })) },
    ],
    [
      'a year that writes off too much',
      'afterTax.own.years[4].depreciationMusd',
      {
        ...claims,
        years: changed(claims.years, (own) => ({ ...own, depreciationMusd: own.depreciationMusd * 1.05 })),
      },
    ],
    [
      'a value before tax',
      'afterTax.own.netPresentValueMusd',
      { ...claims, netPresentValueMusd: claims.netPresentValueMusd * 1.1 },
    ],
    [
      'a rate of return before tax',
      'afterTax.own.rateOfReturn',
      { ...claims, rateOfReturn: { kind: 'rate', perYear: perYearOf(claims.rateOfReturn) + 0.01 } },
    ],
    [
      'interest that lowers no tax',
      'afterTax.owners.years[4].interestMusd',
      { ...claims, debt: { ...debt, tax: changed(debt.tax, (own) => ({ ...own, interestMusd: 0 })) } },
    ],
    [
      'a service that is too small',
      'afterTax.owners.years[4].serviceMusd',
      {
        ...claims,
        debt: {
          ...debt,
          years: changed(debt.years, (own) => ({ ...own, serviceMusd: own.serviceMusd * 0.95 })),
        },
      },
    ],
    [
      'a debt that does not fall',
      'afterTax.owners.years[4].balanceMusd',
      {
        ...claims,
        debt: {
          ...debt,
          years: changed(debt.years, (own) => ({ ...own, balanceMusd: own.balanceMusd * 1.05 })),
        },
      },
    ],
    [
      'a coverage before tax',
      'afterTax.owners.years[4].coverage',
      {
        ...claims,
        debt: {
          ...debt,
          years: changed(debt.years, (own) => ({ ...own, coverage: (own.coverage ?? 0) * 1.1 })),
        },
      },
    ],
    [
      'a value of the owners that is not theirs',
      'afterTax.owners.netPresentValueMusd',
      { ...claims, debt: { ...debt, netPresentValueMusd: claims.netPresentValueMusd } },
    ],
    ['loans that are left out', 'afterTax', { ...claims, debt: null }],
  ]

  test.each(ERRORS)('%s is found', (_, path, wrong) => {
    expect(failedOf({}, wrong).map((line) => line.path)).toContain(path)
  })

  test('a tax that forgets the losses of earlier years is found', () => {
    const terms = { tax: { lifeYears: { servers: 2 } } }
    const forgets = resultAfterTax(
      withTerms({ tax: { ...terms.tax, carriesLosses: false } }),
      catalog,
      result,
    )!
    expect(resultAfterTax(withTerms(terms), catalog, result)!.years.some((own) => own.lossUsedMusd > 0)).toBe(
      true,
    )
    expect(failedOf(terms, forgets).map((line) => line.path)).toContainEqual(
      expect.stringMatching(/^afterTax\.own\.years\[\d\]\.taxMusd$/),
    )
  })
})

function perYearOf(rate: NonNullable<ReturnType<typeof resultAfterTax>>['rateOfReturn']): number {
  if (rate.kind !== 'rate') throw new Error(rate.kind)
  return rate.perYear
}
