import { planCatalog } from '../catalog/planCatalog.ts'
import { deriveInputs } from '../engine/derive/deriveInputs.ts'
import type { Inputs } from '../engine/derive/inputs.ts'
import { type PlanTrain, planTrains } from '../engine/facility/planTrains.ts'
import type { Catalog } from '../plan/catalog/catalog.ts'
import type { AuditReport } from '../plan/result/audit.ts'
import type { LayerName } from '../plan/result/cake.ts'
import type { PlanResult } from '../plan/result/result.ts'
import type { SiteBuild } from '../plan/result/siteBuild.ts'
import type { Plan } from '../plan/schema/plan.ts'
import type { Language } from './document.ts'
import { type ThingNames, thingNames } from './words/thingNames.ts'
import { getWords, type ReportWords } from './words/words.ts'

/** Everything that sections read, and nothing else. */
export interface Source {
  readonly plan: Plan
  /** As it was shipped. */
  readonly shipped: Catalog
  /** As the plan sees it. */
  readonly catalog: Catalog
  readonly result: PlanResult
  readonly audit: AuditReport
  readonly trains: readonly PlanTrain[]
  /** The constants of the plan's problem, derived when the first section asks for them. */
  readonly inputs: () => Inputs
  /** Last quarter of the horizon. */
  readonly end: string
  readonly words: ReportWords
  /** What plan and result name by id, as screens call it. */
  readonly names: ThingNames
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Derives the names, the trains of equipment and the plan's view of the catalog once for all sections. */
export function readSource(
  plan: Plan,
  shipped: Catalog,
  result: PlanResult,
  audit: AuditReport,
  language: Language,
  inputs: () => Inputs = once(() => deriveInputs(plan, shipped)),
): Source {
  const catalog = planCatalog(plan, shipped)
  return {
    plan,
    shipped,
    catalog,
    result,
    audit,
    trains: planTrains(plan, shipped, result),
    inputs,
    end: result.periods.at(-1)!,
    words: getWords(language),
    names: thingNames(plan, catalog, language),
  }
}

export function siteName({ plan, words }: Pick<Source, 'plan' | 'words'>, id: string | null): string {
  return id === null ? words.frame.allSites : (plan.sites.find((site) => site.id === id)?.name ?? id)
}

/** As in "Power (grid, energy)". */
export function layerName({ words }: Pick<Source, 'words'>, layer: LayerName): string {
  const { name, what } = words.layers[layer]
  return words.frame.layer(name, what)
}

export function regionName({ plan }: Pick<Source, 'plan'>, id: string): string {
  return plan.regions.find((region) => region.id === id)?.name ?? id
}

export function leaseName({ plan }: Pick<Source, 'plan'>, id: string): string {
  return plan.distribution.leases.find((lease) => lease.id === id)?.name ?? id
}

/** Builds of one site, quarter by quarter. */
export function buildsOf({ result }: Source, siteId: string): SiteBuild[] {
  return result.builds.filter((build) => build.siteId === siteId)
}

/** Builds of the last quarter, one a site. */
export function lastBuilds({ result, end }: Source): SiteBuild[] {
  return result.builds.filter((build) => build.period === end)
}

export function sumOf<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((sum, item) => sum + pick(item), 0)
}

/** Sum over all sites in each quarter. */
export function byPeriod({ result }: Source, pick: (build: SiteBuild) => number): number[] {
  return result.periods.map((period) =>
    sumOf(
      result.builds.filter((build) => build.period === period),
      pick,
    ),
  )
}

/** Less than this is rounding of the solver, not a rack or a megawatt. */
export const LEAST = 1e-6
