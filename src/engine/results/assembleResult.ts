import type { ResultNote } from '../../plan/result/note.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Tier } from '../../plan/schema/common.ts'
import { SECONDS_PER_DAY, USD_PER_MUSD } from '../../plan/units.ts'
import type { Inputs } from '../derive/inputs.ts'
import { sitesOfSyntheticDays } from '../derive/power/siteDays.ts'
import type { Formulation } from '../formulate.ts'
import { reservesOf, shortPools } from '../headroom/reserves.ts'
import { discountedMTok, leases, purchases, siteBuilds } from './builds/builds.ts'
import { retirements } from './builds/retirements.ts'
import { bindingSentences } from './cake/bindingSentences.ts'
import { cakeSlices } from './cake/cake.ts'
import { worthTable } from './cake/worth.ts'
import { budgetWorths } from './money/budgetWorths.ts'
import { cashFlow, cashSummary } from './money/cashFlow.ts'
import { costLines } from './money/costs.ts'
import { paidLines } from './money/paidCosts.ts'
import type { SolvedPlan } from './reader.ts'
import { Reader } from './reader.ts'
import { closedFlows } from './tokens/closedFlows.ts'
import { deploymentRows } from './tokens/deploymentRows.ts'
import { placements } from './tokens/placements.ts'
import { demandServed, flows } from './tokens/regionTokens.ts'
import { soldRows } from './tokens/soldRows.ts'
import { tierShare } from './tokens/tokensByTier.ts'

/** The whole result of a solved plan, in planner's units. */
export function assembleResult(
  formulation: Formulation,
  solved: SolvedPlan,
  inputsHash: string,
  engine: string,
  headroomRounds = 0,
): PlanResult {
  const { inputs, problem } = formulation
  const reader = new Reader(formulation, solved)
  const cake = cakeSlices(reader, worthTable(reader))
  const closed = closedFlows(reader)
  const builds = siteBuilds(reader, closed)
  const costs = costLines(reader)
  const leased = leases(reader)
  const bought = purchases(reader)
  const carried = flows(reader, closed)
  const demand = demandServed(reader, closed)
  return {
    resultVersion: 1,
    planId: inputs.plan.id,
    planName: inputs.plan.name,
    inputsHash,
    solver: {
      status: solved.status,
      objectiveMusd: solved.objectiveMusd,
      boundMusd: solved.boundMusd,
      gapShare: solved.gapShare,
      gapAskedShare: solved.gapAskedShare,
      timeS: solved.timeS,
      engine,
      ...problem.size,
    },
    periods: inputs.periods.map((period) => period.label),
    slices: inputs.slices.map(({ id, dayType, hours, hoursPerPeriod }) => ({
      id,
      dayType,
      hoursUtc: [...hours],
      hoursPerPeriod,
    })),
    siteDays: listSiteDays(inputs),
    coolingChoices: [],
    summary: summarise(reader, { builds, costs, leases: leased, purchases: bought, demand, flows: carried }),
    cash: cashSummary(cashFlow(inputs, { costs, flows: carried }), inputs.plan.finance.discountRatePerYear),
    cake,
    builds,
    retirements: retirements(reader),
    placements: placements(reader),
    deployments: deploymentRows(reader),
    flows: carried,
    leases: leased,
    purchases: bought,
    sales: soldRows(reader),
    demand,
    costs,
    binding: bindingSentences(inputs.plan, cake),
    budgetWorths: budgetWorths(reader),
    notes: [...listNotes(formulation), ...headroomNotes(reader, headroomRounds)],
  }
}

function summarise(
  reader: Reader,
  parts: Pick<PlanResult, 'builds' | 'costs' | 'leases' | 'purchases' | 'demand' | 'flows'>,
): PlanResult['summary'] {
  const { plan, periods } = reader.formulation.inputs
  const end = periods.at(-1)!.label
  const shareOf = (tiers: readonly Tier[]) =>
    tierShare(plan, { flows: parts.flows, periods: periods.map((period) => period.label) }, tiers)
  const last = parts.builds.filter((build) => build.period === end)
  const sum = <T>(items: readonly T[], pick: (item: T) => number) =>
    items.reduce((total, item) => total + pick(item), 0)
  const asked = sum(parts.demand, (item) => item.tokS)
  const unserved = sum(parts.demand, (item) => item.unservedTokS)
  const ofServed = (tokS: number) => (asked > unserved ? Math.min(1, tokS / (asked - unserved)) : 0)
  const paid = paidLines(parts)
  const cost = sum(paid, (line) => line.presentMusd)
  const energy = paid.filter((line) => line.layer === 'power')
  const tokens = discountedMTok(reader)
  const endDemand = parts.demand.filter((item) => item.period === end)
  return {
    servedTokensPerDayEnd: sum(endDemand, (item) => item.tokS - item.unservedTokS) * SECONDS_PER_DAY,
    unservedShare: asked > 0 ? unserved / asked : 0,
    leasedShare: ofServed(sum(parts.leases, (item) => item.tokS)),
    boughtShare: ofServed(sum(parts.purchases, (item) => item.tokS)),
    deviceShare: shareOf(['device']),
    edgeShare: shareOf(['device', 'edge']),
    levelisedUsdPerMTok: tokens.all > 0 ? (cost * USD_PER_MUSD) / tokens.all : 0,
    levelisedUsdPerMOutputTok: tokens.output > 0 ? (cost * USD_PER_MUSD) / tokens.output : 0,
    netPresentCostMusd: cost,
    builtItMwEnd: sum(last, (build) => build.builtItMw),
    usedItMwEnd: sum(last, (build) => build.usedItMw),
    contractedMwEnd: sum(last, (build) => build.contractedMw),
    energyShareOfCost: cost > 0 ? sum(energy, (line) => line.presentMusd) / cost : 0,
  }
}

/** The representative days of each site, where power is balanced on them. */
function listSiteDays({ plan, energy }: Inputs): PlanResult['siteDays'] {
  return plan.sites.flatMap(({ id, profiles }, s) => {
    const days = energy[s]!.days
    return days ? [{ siteId: id, isSynthetic: (profiles?.days.length ?? 0) === 0, days: [...days] }] : []
  })
}

/** Small pools that got more room than their caps, and any that still lack it. */
function headroomNotes(reader: Reader, rounds: number): ResultNote[] {
  const { inputs } = reader.formulation
  if (inputs.plan.routing.headroom === 'caps') return []
  const given = inputs.reserves ?? new Map()
  const short = shortPools(given, reservesOf(reader)).length
  return [
    { code: 'pools-widened', pools: given.size },
    ...(short > 0 ? [{ code: 'pools-short', pools: short, rounds } as const] : []),
  ]
}

/** What the planner should know before trusting the figures. */
function listNotes({ inputs }: Formulation): ResultNote[] {
  const { sites } = inputs.plan
  // A given PUE asks for no weather.
  const synthetic = sites.filter((site) => !site.profiles?.weather && site.facility.givenPue === undefined)
  const notes: ResultNote[] = [...inputs.fleet.notes]
  if (synthetic.length > 0)
    notes.unshift({
      ...{ code: 'synthetic-weather', sites: synthetic.map((site) => site.name) },
      isAll: synthetic.length === sites.length,
    })
  const ofDays = sitesOfSyntheticDays(inputs.plan)
  if (ofDays.length > 0) notes.unshift({ code: 'synthetic-days', sites: ofDays.map((site) => site.name) })
  for (const item of inputs.eligibility) {
    const isServable = [...item.sites, ...item.leases, ...item.apis].some((refusal) => refusal === null)
    if (isServable) continue
    const reasons = new Set([...item.sites, ...item.leases, ...item.apis].map(String))
    notes.push({
      ...{ code: 'nowhere', classId: inputs.classes[item.classIndex]!.id, reasons: [...reasons] },
      region: inputs.plan.regions[item.regionIndex]!.name,
    })
  }
  return notes
}
