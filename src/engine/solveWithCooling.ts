import { getCooling } from '../catalog/find.ts'
import { planCatalog } from '../catalog/planCatalog.ts'
import type { Catalog } from '../plan/catalog/catalog.ts'
import type { PlanResult } from '../plan/result/result.ts'
import type { Plan } from '../plan/schema/plan.ts'
import type { Facility, Site } from '../plan/schema/site.ts'
import { type CoolingBlocks, coolingBlocks } from './facility/coolingBlocks.ts'
import { coolingOptions } from './facility/coolingOptions.ts'
import { capexWith } from './facility/withCooling.ts'
import { type SolveAnswer, type SolveRequest, solvePlan } from './solvePlan.ts'

/** Solves until the choice is that of the load it was made for. */
const MOST_ROUNDS = 5

type Choice = PlanResult['coolingChoices'][number]
type Answered = Extract<SolveAnswer, { readonly kind: 'plan' }>

interface Round {
  readonly plan: Plan
  readonly answer: Answered
  readonly blocks: ReadonlyMap<string, readonly CoolingBlocks[]>
}

/**
 * Solves a plan whose sites leave their cooling to the solve (`facility.coolingChoice`): the whole plan is solved, each
 * block of the solved load gets the cheapest technology that carries its racks so that all stay within the water permit
 * (exactly, by a whole-number problem of its own), rooms cost what their machines do, and the plan is solved again,
 * until the choice stays. Where it goes round, the cheapest of the rounds is kept and said not to be stable. A site of
 * a given PUE has nothing to choose. The result's inputs are the plan as chosen.
 */
export async function solveWithCooling(request: SolveRequest): Promise<SolveAnswer> {
  const open = request.plan.sites.filter(isOpen).map(({ id }) => id)
  if (open.length === 0) return solvePlan(request)
  const rounds: Round[] = []
  let leftS = request.timeLimitS ?? request.plan.solver.timeLimitS ?? Number.POSITIVE_INFINITY
  let plan = withStart(request, open)
  while (rounds.length < MOST_ROUNDS && leftS > 0) {
    const answer = await solvePlan({
      ...request,
      plan,
      ...timeLeft(leftS),
    })
    if (answer.kind !== 'plan') return rounds.length === 0 ? answer : finish(request, rounds, false)
    leftS -= answer.result.solver.timeS
    const blocks = new Map<string, readonly CoolingBlocks[]>()
    for (const id of open)
      blocks.set(id, (await coolingBlocks(plan, request.catalog, id, answer.result)).chosen)
    rounds.push({ plan, answer, blocks })
    const next = withBlocks(plan, request.catalog, blocks)
    if (mixOf(next) === mixOf(plan)) return finish(request, rounds, true)
    if (rounds.some((own) => mixOf(own.plan) === mixOf(next)) || request.isCancelled?.()) break
    plan = next
  }
  return finish(request, rounds, false)
}

/** Where nobody says how long it may take, each round has the time of a solve. */
const timeLeft = (leftS: number) => (Number.isFinite(leftS) ? { timeLimitS: leftS } : {})

const isOpen = ({ facility }: Site): boolean =>
  facility.coolingChoice === 'solve' && facility.givenPue === undefined

const mixOf = (plan: Plan): string =>
  JSON.stringify(plan.sites.map(({ facility: own }) => [own.coolingTechnologyId, own.coolingBlocks]))

/** The cheapest technology that refuses no accelerator and keeps to the water permit; else the one that refuses fewest. */
function withStart({ plan, catalog }: SolveRequest, open: readonly string[]): Plan {
  return withFacilities(plan, catalog, open, ({ id }) => {
    const options = coolingOptions(plan, catalog, id)
    const fits = options.find((own) => own.refused.length === 0 && !own.isOverWater)
    const best = fits ?? options.toSorted((a, b) => a.refused.length - b.refused.length)[0]!
    return { coolingTechnologyId: best.technologyId, coolingBlocks: [] }
  })
}

function withBlocks(plan: Plan, catalog: Catalog, blocks: Round['blocks']): Plan {
  return withFacilities(plan, catalog, [...blocks.keys()], ({ id, facility }) => {
    const all = Map.groupBy(blocks.get(id)!, ({ technologyId }) => technologyId)
    const counts = [...all]
      .map(([technologyId, own]) => ({
        technologyId,
        blocks: own.reduce((sum, one) => sum + one.blocks, 0),
      }))
      .sort((a, b) => b.blocks - a.blocks || a.technologyId.localeCompare(b.technologyId))
    const [first] = counts
    // A site without rooms, or one whose racks nothing carries, keeps what it has.
    if (!first) return facility
    return {
      coolingTechnologyId: first.technologyId,
      coolingBlocks: counts.length === 1 ? [] : counts,
    }
  })
}

function withFacilities(
  plan: Plan,
  catalog: Catalog,
  ids: readonly string[],
  choose: (site: Site) => Pick<Facility, 'coolingTechnologyId' | 'coolingBlocks'>,
): Plan {
  const sites = plan.sites.map((site) => {
    if (!ids.includes(site.id)) return site
    const { coolingTechnologyId, coolingBlocks: list } = choose(site)
    const chosen = { coolingTechnologyId, coolingBlocks: list }
    const capexMusdPerMw = capexWith(site.facility, chosen, coolingOptions(plan, catalog, site.id))
    return { ...site, facility: { ...site.facility, ...chosen, capexMusdPerMw } }
  })
  return { ...plan, sites }
}

function finish({ catalog: shipped }: SolveRequest, rounds: readonly Round[], isSettled: boolean): Answered {
  const objective = (own: Round) => own.answer.result.solver.objectiveMusd
  // Costs of a block are those of a full one: where the whole plan finds an earlier choice cheaper, that is kept.
  const kept = rounds.reduce((best, own) => (objective(own) <= objective(best) ? own : best))
  const isStable = isSettled && kept === rounds.at(-1)
  const catalog = planCatalog(kept.plan, shipped)
  const chosen = kept.plan.sites.flatMap(({ id, name, facility }) => {
    const blocks = kept.blocks.get(id)
    return blocks ? [{ id, name, facility, blocks }] : []
  })
  const choices = chosen.map(({ id, facility, blocks }): Choice => {
    const { coolingTechnologyId, coolingBlocks: list, capexMusdPerMw } = facility
    return {
      ...{ siteId: id, coolingTechnologyId, coolingBlocks: list, capexMusdPerMw },
      blocks: blocks.map(({ technologyId, blocks: count, accelerators, why, cheapestId }) => {
        return { technologyId, blocks: count, accelerators: [...accelerators], why, cheapestId }
      }),
      ...{ rounds: rounds.length, isStable },
    }
  })
  // A site without rooms has nothing that could be told.
  const built = chosen.filter(({ blocks }) => blocks.length > 0)
  const notes = built.map(({ name, facility, blocks }): PlanResult['notes'][number] => {
    const one = { technologyId: facility.coolingTechnologyId, blocks: 0 }
    const all = blocks.reduce((sum, own) => sum + own.blocks, 0)
    const list = facility.coolingBlocks.length > 0 ? facility.coolingBlocks : [{ ...one, blocks: all }]
    return {
      ...{ code: 'cooling-chosen', site: name, rounds: rounds.length, isStable },
      technologies: list.map(({ technologyId, blocks: count }) => {
        return { technology: getCooling(catalog, technologyId).technology, blocks: count }
      }),
    }
  })
  const { result } = kept.answer
  return {
    ...kept.answer,
    result: { ...result, coolingChoices: choices, notes: [...notes, ...result.notes] },
  }
}
