import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { AuditLine } from '../../plan/result/audit.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { SiteBuild } from '../../plan/result/siteBuild.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Site } from '../../plan/schema/site.ts'
import { listLabels } from './calendar.ts'
import { type Names, nameThings } from './nameThings.ts'
import { readSpeeds, type Speeds } from './speeds.ts'
import { listStreams, type Stream } from './streams.ts'

/** What the checks look at. */
export interface Audited {
  readonly plan: Plan
  readonly catalog: Catalog
  readonly result: PlanResult
  /** SHA-256 of the canonical plan that is audited against. */
  readonly inputsHash: string
  /** Labels of the plan's periods. */
  readonly quarters: readonly string[]
  readonly streams: readonly Stream[]
  readonly speeds: Speeds
  /** Of sites, regions, offers, accelerators and models. */
  readonly names: Names
}

/** One check: a line for everything it looked at. */
export type Check = (audited: Audited) => AuditLine[]

export function toAudited(plan: Plan, catalog: Catalog, result: PlanResult, inputsHash: string): Audited {
  return {
    plan,
    catalog,
    result,
    inputsHash,
    quarters: listLabels(plan),
    streams: listStreams(plan, catalog),
    speeds: readSpeeds(plan, catalog),
    names: nameThings(plan, catalog),
  }
}

/** What a result says of a site of the plan in one period, with the period's place in the horizon. */
export interface ListedBuild {
  readonly site: Site
  readonly build: SiteBuild
  readonly t: number
}

/** Every build of a site that the plan has. */
export function listBuilds({ plan, result, quarters }: Audited): ListedBuild[] {
  return result.builds.flatMap((build) => {
    const site = plan.sites.find((own) => own.id === build.siteId)
    const t = quarters.indexOf(build.period)
    return site && t >= 0 ? [{ site, build, t }] : []
  })
}

export function buildPath(build: SiteBuild, field: keyof SiteBuild): string {
  return `builds[${build.siteId} ${build.period}].${field}`
}

export function sumOf<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((total, item) => total + pick(item), 0)
}
