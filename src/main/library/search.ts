import type { Plan } from '../../plan/schema/plan.ts'
import { otherName } from '../../report/words/sayNames.ts'
import { otherPlanName } from '../../report/words/sayShipped.ts'
import type { Db } from './openDatabase.ts'

/** The trigram index finds parts of words in any script, from three characters on. */
const LEAST_INDEXED = 3

export function writeSearchText(db: Db, plan: Plan, tags: readonly string[]): void {
  db.prepare('DELETE FROM plan_search WHERE plan_id = ?').run(plan.id)
  db.prepare('INSERT INTO plan_search (plan_id, text) VALUES (?, ?)').run(plan.id, searchText(plan, tags))
}

/** Ids of the plans whose text holds every word. */
export function searchPlans(db: Db, text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean)
  const short = words.filter((word) => [...word].length < LEAST_INDEXED)
  const long = words.filter((word) => [...word].length >= LEAST_INDEXED)
  const conditions = [
    ...(long.length > 0 ? ['plan_search MATCH ?'] : []),
    ...short.map(() => "text LIKE ? ESCAPE '\\'"),
  ]
  if (conditions.length === 0) return []
  const values = [
    ...(long.length > 0 ? [long.map((word) => `"${word.replaceAll('"', '""')}"`).join(' ')] : []),
    ...short.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`),
  ]
  const rows = db.prepare(`SELECT plan_id FROM plan_search WHERE ${conditions.join(' AND ')}`).all(...values)
  return (rows as { plan_id: string }[]).map((row) => row.plan_id)
}

function searchText(plan: Plan, tags: readonly string[]): string {
  return [
    plan.name,
    plan.description,
    ...tags,
    otherPlanName(plan.name),
    ...plan.regions.flatMap((region) => [region.name, otherName(region)]),
    ...plan.sites.flatMap((site) => [
      site.name,
      otherName(site),
      site.note,
      site.power.note,
      site.facility.note,
    ]),
    ...plan.demand.flatMap((demand) => [demand.archetypeId, demand.note]),
    ...plan.models.flatMap((model) => [model.catalogModelId, model.note]),
    ...plan.accelerators.flatMap((accelerator) => [accelerator.catalogAcceleratorId, accelerator.note]),
    ...plan.catalogOverrides.flatMap((own) => [own.rowId, own.note]),
    ...plan.distribution.leases.flatMap((lease) => [lease.name, otherName(lease), lease.note]),
  ]
    .filter((part) => part)
    .join('\n')
}
