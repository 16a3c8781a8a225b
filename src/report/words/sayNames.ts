import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Language } from '../document.ts'
import { catalogNames } from './zh/catalogNames.ts'
import { shippedNames } from './zh/shippedNames.ts'

interface Called {
  readonly id: string
  readonly name: string
}

/** By id and name in either language: the name in the other. */
const OTHER: ReadonlyMap<string, { readonly language: Language; readonly name: string }> = new Map(
  Object.entries(shippedNames).flatMap(([english, [chinese, ...ids]]) =>
    ids.flatMap((id): [string, { language: Language; name: string }][] => [
      [`${id} ${english}`, { language: 'zh', name: chinese }],
      [`${id} ${chinese}`, { language: 'en', name: english }],
    ]),
  ),
)

/** Other spelling of a thing's name, where it still is called as in the sample or a template; undefined: it has none. */
export function otherName(own: Called): string | undefined {
  return OTHER.get(`${own.id} ${own.name}`)?.name
}

/** What a thing is called in a language, where it still is called as in the sample or a template. */
export function nameIn(own: Called, language: Language): string {
  const other = OTHER.get(`${own.id} ${own.name}`)
  return other?.language === language ? other.name : own.name
}

function sayName<T extends Called>(own: T, language: Language): T {
  const name = nameIn(own, language)
  return name === own.name ? own : { ...own, name }
}

/** What was said before, so that an unchanged list stays the same list and what is made of it is kept. */
const said: Readonly<Record<Language, WeakMap<object, unknown>>> = { en: new WeakMap(), zh: new WeakMap() }

function once<T extends object>(own: T, language: Language, say: () => T): T {
  const known = said[language].get(own)
  if (known !== undefined) return known as T
  const made = say()
  said[language].set(own, made)
  return made
}

const sayList = <T extends Called>(list: T[], language: Language): T[] =>
  once(list, language, () => {
    const items = list.map((own) => once(own, language, () => sayName(own, language)))
    return items.every((own, at) => own === list[at]) ? list : items
  })

/**
 * The plan with sites, regions and offers called in the reader's language wherever they still are called as in the
 * sample or a template; the same object where nothing is called otherwise.
 */
export function sayPlanNames(plan: Plan, language: Language): Plan {
  return once(plan, language, () => {
    const regions = sayList(plan.regions, language)
    const sites = sayList(plan.sites, language)
    const { distribution } = plan
    const leases = sayList(distribution.leases, language)
    const apis = sayList(distribution.apis, language)
    const isSame =
      regions === plan.regions &&
      sites === plan.sites &&
      leases === distribution.leases &&
      apis === distribution.apis
    return isSame ? plan : { ...plan, regions, sites, distribution: { ...distribution, leases, apis } }
  })
}

/** The result of a plan with the names that `sayPlanNames` gives it, in its lines of cost and its notes. */
export function sayResultNames(result: PlanResult, plan: Plan, language: Language): PlanResult {
  const spoken = sayPlanNames(plan, language)
  if (spoken === plan) return result
  return once(result, language, () => {
    const names = new Map<string, string>()
    for (const [own, other] of pairsOf(plan, spoken)) names.set(own, other)
    const name = (own: string): string => names.get(own) ?? own
    const line = (own: string): string => own.replace(LINE, (_, kind: string, of: string) => kind + name(of))
    return {
      ...result,
      costs: result.costs.map((own) => ({ ...own, name: line(own.name) })),
      notes: result.notes.map((own) =>
        JSON.parse(JSON.stringify(own), (_, v) => (typeof v === 'string' ? name(v) : v)),
      ),
    }
  })
}

/** A line of cost that ends with the name of an offer. */
const LINE = /^(Lease )(.*)$/

const called = ({ sites, regions, distribution }: Plan): readonly Called[] => [
  ...sites,
  ...regions,
  ...distribution.leases,
  ...distribution.apis,
]

function pairsOf(plan: Plan, spoken: Plan): readonly (readonly [string, string])[] {
  const others = called(spoken)
  return called(plan).map((own, at) => [own.name, others[at]!.name] as const)
}

/** A plan and its result, where it has one, with the names in the reader's language. */
export function sayWhole<T extends PlanResult | null>(plan: Plan, result: T, language: Language) {
  const spoken = result && sayResultNames(result, plan, language)
  return { plan: sayPlanNames(plan, language), result: spoken as T }
}

/** Puts back the names that a draft took over from the plan as it was shown: what was not renamed keeps its own. */
export function keepNames(draft: Plan, stored: Plan): void {
  const names = new Map(called(stored).map((own) => [own.id, own]))
  for (const own of called(draft) as { id: string; name: string }[]) {
    const before = names.get(own.id)
    if (before && otherName(before) === own.name) own.name = before.name
  }
}

const COLUMNS = {
  regions: ['name'],
  demand_archetypes: ['name', 'unit'],
  cooling: ['technology'],
  building: ['archetype'],
  energy_sources: ['technology'],
  equipment: ['equipment'],
  network_parts: ['part'],
} as const satisfies { readonly [Table in keyof Catalog]?: readonly string[] }

/** Columns of the catalog whose names have a Chinese spelling. */
export const NAMED_COLUMNS: Readonly<Record<string, readonly string[]>> = COLUMNS

/** The catalog with names of places and of the trade in the reader's language; those of products stand as they are. */
export function sayCatalog(catalog: Catalog, language: Language): Catalog {
  if (language === 'en') return catalog
  return once(catalog, language, () => {
    const tables = Object.entries(COLUMNS).map(([table, columns]) => {
      const rows = catalog[table as keyof typeof COLUMNS] as unknown as readonly Record<string, unknown>[]
      const speak = (row: Record<string, unknown>) =>
        columns.map((column) => [column, catalogNames[String(row[column])] ?? row[column]])
      return [table, rows.map((row) => ({ ...row, ...Object.fromEntries(speak(row)) }))]
    })
    return { ...catalog, ...(Object.fromEntries(tables) as Partial<Catalog>) }
  })
}

const ENGLISH: ReadonlyMap<string, string> = new Map(
  Object.entries(catalogNames).map(([english, chinese]) => [chinese, english]),
)

/** A catalog row's name in the other language, by which a search finds it, too. */
export const otherCatalogName = (name: string): string | undefined => catalogNames[name] ?? ENGLISH.get(name)
