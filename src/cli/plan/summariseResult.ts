import { planCatalog } from '../../catalog/planCatalog.ts'
import { type ProductNames, productNames } from '../../catalog/productNames.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { counted } from '../../plan/counted.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { costLineName } from '../../report/words/costLineName.ts'
import { economics } from '../../report/words/en/economics.ts'
import type { MoneyText } from '../arguments/moneyText.ts'

const STATUS = {
  'within-gap': 'proven within the gap',
  'time-limit': 'stopped at the time limit',
  cancelled: 'cancelled',
  infeasible: 'infeasible',
  'no-plan': 'no plan',
} as const

/** The plan in a page of text: what to contract, build, buy, deploy and lease, what it costs, how sure it is. */
export function summariseResult(plan: Plan, catalog: Catalog, result: PlanResult, money: MoneyText): string {
  const { solver } = result
  const names = productNames(plan, planCatalog(plan, catalog))
  const musd = (value: number): string => `${(value * money.perUsd).toFixed(digits)} ${money.millions}`
  const isPowerAlone = plan.accelerators.length === 0
  const digits = isPowerAlone ? 6 : 2
  const asked = solver.gapAskedShare === undefined ? '' : ` of ${percent(solver.gapAskedShare)} asked for`
  const lines = [
    `${plan.name}: ${STATUS[solver.status]}, gap ${percent(solver.gapShare)}${asked} in ${solver.timeS.toFixed(1)} s`,
    `  plan ${musd(solver.objectiveMusd)}, bound ${musd(solver.boundMusd)} (present value, shortfall penalty included)`,
    `  problem: ${solver.rows} rows, ${solver.columns} columns, ${solver.integers} integers, ${solver.nonzeros} nonzeros`,
    '',
    ...(isPowerAlone ? powerLines(plan, result, money) : tokenLines(plan, result, names, money)),
    '',
    solver.status === 'within-gap'
      ? 'What binds'
      : `What binds in this plan; in a better one, up to ${percent(solver.gapShare)} cheaper, other layers may`,
    ...(result.binding.length > 0
      ? result.binding.slice(0, 5).map((item) => `  ${item.sentence}`)
      : ['  nothing but the demand']),
  ]
  return lines.join('\n')
}

function tokenLines(
  plan: Plan,
  result: PlanResult,
  names: ProductNames,
  { perUsd, millions, sign }: MoneyText,
): string[] {
  const { summary } = result
  const end = result.periods.at(-1)!
  return [
    `Served in ${end}: ${(summary.servedTokensPerDayEnd / 1e12).toPrecision(3)} T tokens a day; unserved over the horizon ${percent(summary.unservedShare)}, leased ${percent(summary.leasedShare)}, bought ${percent(summary.boughtShare)}${nearUsers(summary)}`,
    `Cost: ${(summary.netPresentCostMusd * perUsd).toFixed(1)} ${millions} present value, ${(summary.levelisedUsdPerMTok * perUsd).toPrecision(3)} ${sign} per million tokens (${(summary.levelisedUsdPerMOutputTok * perUsd).toPrecision(3)} ${sign} per million output), power ${percent(summary.energyShareOfCost)} of it`,
    '',
    ...table(
      ['Site', 'MW contracted', 'MW IT built', 'MW IT used', 'phases', 'first load', 'racks by accelerator'],
      siteRows(plan, result, names, end),
    ),
    '',
    `Models by site in ${end} (units at the peak)`,
    ...modelLines(plan, result, names, end),
    '',
    'Leases (largest)',
    ...leaseLines(plan, result),
    ...retirementLines(plan, result, names, perUsd, millions),
  ]
}

/** Power and building alone: what stands in each period, and each line of the cost. */
function powerLines(plan: Plan, result: PlanResult, { perUsd, millions }: MoneyText): string[] {
  const rows = result.builds.map((build) => [
    plan.sites.find((site) => site.id === build.siteId)?.name ?? build.siteId,
    build.period,
    build.peakMw.toFixed(2),
    build.contractedMw.toFixed(2),
    build.builtItMw.toFixed(1),
    Object.entries(build.onSiteUnits)
      .map(([id, units]) => `${Math.round(units)} ${id}`)
      .join(', ') || '-',
  ])
  return [
    ...table(['Site', 'period', 'MW peak', 'MW contracted', 'MW IT built', 'units on site'], rows),
    '',
    `Cost, ${millions} present value`,
    ...result.costs.map(
      (line) =>
        `  ${(line.presentMusd * perUsd).toFixed(6).padStart(14)}  ${costLineName(line.name, economics)}`,
    ),
  ]
}

function siteRows(plan: Plan, result: PlanResult, names: ProductNames, end: string): string[][] {
  return plan.sites.map((site) => {
    const own = result.builds.filter((build) => build.siteId === site.id)
    const last = own.find((build) => build.period === end)!
    const first = own.find((build) => build.servedTokS > 0)?.period ?? '-'
    const racks = Object.entries(last.unitsByAccelerator)
      .filter(([, units]) => units > 0.01)
      .map(([id, units]) => `${Math.round(units)} ${names.accelerator(id)}`)
    return [
      site.name,
      last.contractedMw.toFixed(2),
      last.builtItMw.toFixed(1),
      last.usedItMw.toFixed(2),
      String(last.phases),
      first,
      racks.join(', ') || '-',
    ]
  })
}

function modelLines(plan: Plan, result: PlanResult, names: ProductNames, end: string): string[] {
  return plan.sites.flatMap((site) => {
    const own = result.placements.filter((item) => item.siteId === site.id && item.period === end)
    const byModel = Map.groupBy(own, (item) => item.modelId)
    const parts = [...byModel].map(
      ([id, items]) => `${names.model(id)} ${items.reduce((sum, item) => sum + item.units, 0).toFixed(0)}`,
    )
    return parts.length > 0 ? [`  ${site.name}: ${parts.join(', ')}`] : []
  })
}

function leaseLines(plan: Plan, result: PlanResult): string[] {
  const lines = plan.distribution.leases.flatMap((lease) => {
    const own = result.leases.filter((item) => item.leaseId === lease.id)
    if (own.length === 0) return []
    const most = own.reduce((best, item) => (item.accel > best.accel ? item : best))
    return [`  ${lease.name}: ${most.accel.toFixed(0)} accelerators in ${most.period}`]
  })
  return lines.length > 0 ? lines : ['  none']
}

/** What leaves service, and what is paid for it; nothing where nothing does. */
function retirementLines(
  plan: Plan,
  { retirements }: PlanResult,
  names: ProductNames,
  perUsd: number,
  millions: string,
): string[] {
  if (retirements.length === 0) return []
  const groups = Map.groupBy(
    retirements,
    ({ siteId, acceleratorId, period, ageYears }) => `${siteId} ${acceleratorId} ${period} ${ageYears}`,
  )
  const rows = [...groups.values()].map((own) => {
    const { siteId, acceleratorId, period, ageYears, isEarly } = own[0]!
    const sum = (pick: (row: (typeof own)[number]) => number) => own.reduce((all, row) => all + pick(row), 0)
    return [
      plan.sites.find((site) => site.id === siteId)?.name ?? siteId,
      period,
      counted(ageYears, 'year'),
      sum((row) => row.units).toFixed(0),
      (sum((row) => row.saleMusd) * perUsd).toFixed(2),
      `${names.accelerator(acceleratorId)}, ${isEarly ? 'age chosen by the solve' : 'at the age of the plan'}`,
    ]
  })
  return [
    ...['', 'Units that leave service'],
    ...table(['Site', 'period', 'age', 'units', `sold for, ${millions}`, 'accelerator'], rows),
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) =>
        i === 0 || i === cells.length - 1 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!),
      )
      .join('  ')
      .trimEnd()
  return [line(head), ...rows.map(line)]
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}

/** What devices and the edge serve, where they serve something. */
function nearUsers({ deviceShare = 0, edgeShare = 0 }: PlanResult['summary']): string {
  const devices = deviceShare > 0 ? `, on devices ${percent(deviceShare)}` : ''
  return edgeShare > deviceShare ? `${devices}, at the edge ${percent(edgeShare - deviceShare)}` : devices
}
