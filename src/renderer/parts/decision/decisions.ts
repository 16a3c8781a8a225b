import type { Plan } from '../../../plan/schema/plan.ts'
import type { Words } from '../../words/en.ts'

/** Choices under one heading, as a list shows them. */
export interface ChoiceGroup<C extends { readonly value: string; readonly label: string }> {
  readonly group: string
  readonly items: C[]
}

interface Choice {
  readonly value: string
  readonly label: string
}

/** What an input may turn, by the codes of a sweep's `flips`, as in `site:ash`. */
export function listTurns({ decisions }: Words, plan: Plan): ChoiceGroup<Choice>[] {
  const { groups, turns, named } = decisions
  const { sites, accelerators, distribution } = plan
  const all: ChoiceGroup<Choice>[] = [
    { group: groups.site, items: sites.map((own) => choice(`site:${own.id}`, turns.site(own.name))) },
    {
      group: groups.accelerator,
      items: accelerators.map(({ id }) => choice(`accelerator:${id}`, turns.accelerator(id))),
    },
    {
      group: groups.lease,
      items: distribution.leases.map((own) => choice(`lease:${own.id}`, turns.lease(own.name))),
    },
    {
      group: groups.api,
      items: distribution.apis.map((own) => choice(`api:${own.id}`, turns.api(own.id))),
    },
    {
      group: groups.plant,
      items: sites.flatMap(({ id, name, power }) =>
        power.onSite.map((own) =>
          choice(`plant:${id}/${own.id}`, turns.plant(named(own.name ?? own.id, name))),
        ),
      ),
    },
    {
      group: groups.contract,
      items: sites.flatMap(({ id, name, power }) =>
        power.contracts.map((own) =>
          choice(`contract:${id}/${own.id}`, turns.contract(named(own.name ?? own.id, name))),
        ),
      ),
    },
    {
      group: groups.plan,
      items: [choice('unserved', turns.unserved), choice('feasible', turns.feasible)],
    },
  ]
  return all.filter(({ items }) => items.length > 0)
}

/** A turn in words; one that the plan does not have keeps its code. */
export function turnTitle(words: Words, plan: Plan, flips: string): string {
  const all = listTurns(words, plan).flatMap(({ items }) => items)
  return all.find(({ value }) => value === flips)?.label ?? flips
}

export type Relation = 'open' | 'closed' | 'atLeast' | 'atMost' | 'none'

/** Something that a plan decides on, and how it may be forced. */
export interface Target extends Choice {
  readonly relations: readonly Relation[]
  /** Of the amount; empty: it has none. */
  readonly unit: string
  /** An amount to begin with. */
  readonly amount: number
}

const AMOUNTS = ['atMost', 'atLeast'] as const

/** What may be forced, by the codes of `why/force.ts` without their relation. */
export function listTargets({ decisions }: Words, plan: Plan): ChoiceGroup<Target>[] {
  const { groups, named, everywhere } = decisions
  const { sites, accelerators, distribution, models } = plan
  const units = { relations: AMOUNTS, unit: decisions.units, amount: 0 }
  const megawatts = { relations: AMOUNTS, unit: 'MW' }
  const none = { relations: ['none'] as const, unit: '', amount: 0 }
  const all: ChoiceGroup<Target>[] = [
    {
      group: groups.site,
      items: sites.map(({ id, name }) => {
        return { ...choice(`site:${id}`, name), relations: ['closed', 'open'], unit: '', amount: 0 }
      }),
    },
    {
      group: groups.accelerator,
      items: accelerators.flatMap(({ id }) => [
        { ...choice(`accelerator:${id}`, everywhere(id)), ...units },
        ...sites.map((site) => ({
          ...choice(`accelerator:${id}@${site.id}`, named(id, site.name)),
          ...units,
        })),
      ]),
    },
    {
      group: groups.lease,
      items: distribution.leases.map((own) => ({ ...choice(`lease:${own.id}`, own.name), ...none })),
    },
    {
      group: groups.grid,
      items: sites.map(({ id, name, power }) => {
        return { ...choice(`grid:${id}`, name), ...megawatts, amount: power.gridLimitMw }
      }),
    },
    {
      group: groups.contract,
      items: sites.flatMap(({ id, name, power }) =>
        power.contracts.map((own) => {
          return {
            ...choice(`contract:${id}/${own.id}`, named(own.id, name)),
            ...{ ...megawatts, amount: own.maxMw },
          }
        }),
      ),
    },
    {
      group: groups.model,
      items: models.flatMap(({ id }) => [
        { ...choice(`model:${id}`, everywhere(id)), ...none },
        ...sites.map((site) => ({ ...choice(`model:${id}@${site.id}`, named(id, site.name)), ...none })),
      ]),
    },
  ]
  return all.filter(({ items }) => items.length > 0)
}

/** The code by which a decision is forced, as in `site:ash=closed`. */
export function decisionCode(target: string, relation: Relation, amount: number): string {
  switch (relation) {
    case 'open':
    case 'closed':
      return `${target}=${relation}`
    case 'atLeast':
      return `${target}>=${amount}`
    case 'atMost':
      return `${target}<=${amount}`
    case 'none':
      return `${target}<=0`
    default:
      return relation satisfies never
  }
}

function choice(value: string, label: string): Choice {
  return { value, label }
}
