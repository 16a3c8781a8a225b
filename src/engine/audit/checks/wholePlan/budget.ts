import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { BudgetName } from '../../../../plan/result/money.ts'
import { isAtEdge } from '../../../../plan/tiers.ts'
import { SECONDS_PER_HOUR } from '../../../../plan/units.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { hoursIn, yearsIn } from '../../calendar.ts'
import { atMost, forbids } from '../../line.ts'
import { capitalOutlays } from '../../money/capital.ts'
import { type Said, say } from '../../said.ts'

const SHARED = { check: 'budget', toleranceShare: 1e-4 }

/** What the whole plan may spend, emit, drink, leave unserved, take from others and serve far from users: capital from the bill of materials, the rest from the builds. */
export function checkBudget(audited: Audited): AuditLine[] {
  const { budget } = audited.plan
  return [
    ...capitalLines(audited),
    ...yearlyLines(audited, 'co2Tonnes', say`CO2 of all sites`, budget.carbonTonnesPerYear, 't'),
    ...yearlyLines(audited, 'waterM3', say`Water of all sites`, budget.waterM3PerYear, 'm3'),
    ...horizonLines(audited),
    ...worthLines(audited),
  ]
}

/** Worth is said of budgets that the plan has. */
function worthLines({ plan, result }: Audited): AuditLine[] {
  const { budget } = plan
  const isSet: Readonly<Record<BudgetName, boolean>> = {
    capex: budget.capexMusd !== undefined,
    'capex-year': budget.capexMusdByYear.length > 0,
    'carbon-total': budget.carbonTonnes !== undefined,
    'carbon-budget': budget.carbonTonnesPerYear !== undefined,
    'water-budget': budget.waterM3PerYear !== undefined,
    'unserved-total': budget.unservedMTok !== undefined,
    'leased-total': budget.leasedMTok !== undefined,
    'away-from-edge-total': budget.awayFromEdgeMTok !== undefined,
  }
  return result.budgetWorths.flatMap(({ name, period, usdPerUnit }) =>
    isSet[name]
      ? []
      : [
          forbids(
            {
              ...{ check: SHARED.check, path: `budgetWorths[${name} ${period}]` },
              ...{ claimed: usdPerUnit, unit: 'USD a unit' },
            },
            say`The plan has no budget ${name}, which is said to be worth something`,
          ),
        ],
  )
}

function capitalLines(audited: Audited): AuditLine[] {
  const { capexMusd, capexMusdByYear } = audited.plan.budget
  if (capexMusd === undefined && capexMusdByYear.length === 0) return []
  const outlays = capitalOutlays(audited)
  const line = (path: string, what: Said, own: typeof outlays, most: number) =>
    atMost({
      ...{ ...SHARED, path, what, unit: 'million USD', recomputed: most },
      claimed: sumOf(own, ({ usd }) => usd) / 1e6,
    })
  const all =
    capexMusd === undefined ? [] : [line('budget.capexMusd', say`Capital of the plan`, outlays, capexMusd)]
  if (capexMusdByYear.length === 0) return all
  const byYear = listYears(audited).map(({ year, from }) => {
    const most = capexMusdByYear[year] ?? capexMusdByYear.at(-1)!
    const own = outlays.filter((outlay) => outlay.year === year)
    return line(`budget.capexMusdByYear[${year}]`, say`Capital of the year from ${from}`, own, most)
  })
  return [...all, ...byYear]
}

/** Totals of the whole horizon, from what the result says of each period. */
function horizonLines({ plan, result }: Audited): AuditLine[] {
  const { carbonTonnes, unservedMTok, leasedMTok, awayFromEdgeMTok } = plan.budget
  const mTok = (tokS: number): number => (tokS * hoursIn(plan) * SECONDS_PER_HOUR) / 1e6
  const taken = sumOf(result.leases, ({ tokS }) => tokS) + sumOf(result.purchases, ({ tokS }) => tokS)
  const away = result.flows.filter(({ to }) => !isAtEdge(plan, to))
  const line = (field: string, what: Said, claimed: number, most: number | undefined, unit: string) =>
    most === undefined
      ? []
      : [atMost({ ...SHARED, path: `budget.${field}`, what, claimed, recomputed: most, unit })]
  const emitted = sumOf(result.builds, ({ co2Tonnes }) => co2Tonnes)
  const missed = sumOf(result.demand, ({ unservedTokS }) => unservedTokS)
  return [
    ...line('carbonTonnes', say`CO2 of all sites over the horizon`, emitted, carbonTonnes, 't'),
    ...line(
      'unservedMTok',
      say`Tokens unserved over the horizon`,
      mTok(missed),
      unservedMTok,
      'million tokens',
    ),
    ...line('leasedMTok', say`Tokens leased or bought in all`, mTok(taken), leasedMTok, 'million tokens'),
    ...line(
      'awayFromEdgeMTok',
      say`Tokens served away from the edge in all`,
      mTok(sumOf(away, ({ tokS }) => tokS)),
      awayFromEdgeMTok,
      'million tokens',
    ),
  ]
}

function yearlyLines(
  audited: Audited,
  field: 'co2Tonnes' | 'waterM3',
  name: Said,
  perYear: number | undefined,
  unit: string,
): AuditLine[] {
  if (perYear === undefined) return []
  return listYears(audited).map(({ from, quarters }) => {
    const builds = audited.result.builds.filter(({ period }) => quarters.includes(period))
    return atMost({
      ...{ ...SHARED, path: `builds[${from}].${field}`, unit },
      what: say`${name} in the year from ${from}`,
      claimed: sumOf(builds, (build) => build[field]),
      recomputed: perYear * quarters.length * yearsIn(audited.plan),
    })
  })
}

/** Years of the plan with the quarters in them. */
function listYears({ plan, quarters }: Audited) {
  const years = Map.groupBy(quarters.keys(), (t) => Math.floor(t * yearsIn(plan)))
  return [...years].map(([year, own]) => {
    const labels = own.map((t) => quarters[t]!)
    return { year, from: labels[0]!, quarters: labels }
  })
}
