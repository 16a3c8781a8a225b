import type { FormulaId } from '../../../plan/formulas/formulas.ts'
import { isAtEdge, placeName } from '../../../plan/tiers.ts'
import { type BudgetUse, budgetUses } from '../../results/money/budgetUse.ts'
import { limitField } from '../limitField.ts'
import { type Trace, type TraceInput, type TraceRef, toRef } from '../trace.ts'
import { sumInputs, type TraceBuilder, type TraceContext } from '../traceContext.ts'
import type { TraceWord } from '../traceWord.ts'
import { capitalInputs } from './outlayTraces.ts'

/** What a plan uses of its budgets, what is left, and what more would be worth. */
export const BUDGET_TRACES: Readonly<Record<string, TraceBuilder>> = {
  budget: (c, [field = '', name = '', from = '']) => {
    const use = budgetUses(c.inputs, c.result).find((own) => own.name === name && own.from === from)
    const make = Object.hasOwn(FIELDS, field) ? FIELDS[field as keyof typeof FIELDS] : undefined
    return use && make ? make(c, use) : null
  },
}

type Made = Omit<Trace, 'ref'>

const FIELDS = { used, limit: limitOf, left, worth }

export function budgetRef(field: keyof typeof FIELDS, { name, from }: BudgetUse): TraceRef {
  return toRef('budget', field, name, from)
}

const ofUse = ({ from, to }: BudgetUse): string => (from === to ? from : `${from} – ${to}`)

function used(c: TraceContext, use: BudgetUse): Made {
  const { name, unit, used: value } = use
  const of = ofUse(use)
  const made = (word: TraceWord, formula: FormulaId, inputs: TraceInput[], recomputed: number): Made => {
    return { word, of, value, unit, formula, isDecided: false, inputs, recomputed }
  }
  switch (name) {
    case 'capex':
    case 'capex-year': {
      const inputs = capitalInputs(c, name === 'capex' ? null : use.from)
      return made('capitalOrdered', 'capital-ordered', inputs, sumInputs(inputs))
    }
    case 'carbon-total':
    case 'carbon-budget': {
      const inputs = siteInputs(c, use, 'co2Tonnes')
      return made('co2', 'carbon', inputs, sumInputs(inputs))
    }
    case 'water-budget': {
      const inputs = siteInputs(c, use, 'waterM3')
      return made('water', 'water', inputs, sumInputs(inputs))
    }
    case 'unserved-total': {
      const rates = ratesOf(c.result.demand, 'unserved', ({ classId, unservedTokS }) => [
        classId,
        unservedTokS,
      ])
      return made('unserved', 'budget-tokens', ...tokens(c, rates))
    }
    case 'leased-total': {
      const rates = [
        ...ratesOf(c.result.leases, 'leased', ({ leaseId, tokS }) => [placeName(c.plan, leaseId), tokS]),
        ...ratesOf(c.result.purchases, 'leased', ({ apiId, tokS }) => [placeName(c.plan, apiId), tokS]),
      ]
      return made('leased', 'budget-tokens', ...tokens(c, rates))
    }
    case 'away-from-edge-total':
      return made('awayFromEdge', 'budget-tokens', ...tokens(c, farRates(c)))
    default:
      return name satisfies never
  }
}

function siteInputs(c: TraceContext, use: BudgetUse, field: 'co2Tonnes' | 'waterM3'): TraceInput[] {
  const periods = c.result.periods.slice(
    c.result.periods.indexOf(use.from),
    c.result.periods.indexOf(use.to) + 1,
  )
  return c.plan.sites.map(({ id, name }): TraceInput => {
    const own = c.result.builds.filter((build) => build.siteId === id && periods.includes(build.period))
    const value = own.reduce((sum, build) => sum + build[field], 0)
    const word = field === 'co2Tonnes' ? 'co2' : 'water'
    return { word, of: name, value, unit: use.unit, ref: toRef('year', field, id, ...periods) }
  })
}

/** Tokens a second of the places away from the edge, by name. */
function farRates({ plan, result }: TraceContext): TraceInput[] {
  const far = result.flows.filter(({ to }) => !isAtEdge(plan, to))
  return ratesOf(far, 'served', ({ to, tokS }) => [placeName(plan, to), tokS])
}

/** Sums over all periods, by name. */
function ratesOf<T>(
  items: readonly T[],
  word: TraceWord,
  read: (item: T) => readonly [name: string, tokS: number],
): TraceInput[] {
  const named = items.map(read).filter(([, tokS]) => tokS > 0)
  return [...Map.groupBy(named, ([name]) => name)].map(([of, own]): TraceInput => {
    return { word, of, value: own.reduce((sum, [, tokS]) => sum + tokS, 0), unit: 'tok/s' }
  })
}

function tokens(c: TraceContext, rates: readonly TraceInput[]): [inputs: TraceInput[], recomputed: number] {
  const inputs: TraceInput[] = [...rates, { word: 'seconds', value: c.seconds, unit: 's' }]
  return [inputs, (sumInputs(rates) * c.seconds) / 1e6]
}

function limitOf(c: TraceContext, use: BudgetUse): Made | null {
  if (use.limit === null) return null
  return {
    ...{ word: 'budget', of: ofUse(use), value: use.limit, unit: use.unit, formula: 'budget-left' },
    ...{ isDecided: false, inputs: limitInputs(c, use), recomputed: use.limit },
  }
}

function left(c: TraceContext, use: BudgetUse): Made | null {
  if (use.limit === null || use.left === null) return null
  return {
    ...{ word: 'budgetLeft', of: ofUse(use), value: use.left, unit: use.unit, formula: 'budget-left' },
    isDecided: false,
    inputs: [...limitInputs(c, use), usedInput(c, use)],
    recomputed: use.limit - use.used,
  }
}

/** The budget as the plan says it; of a last year that is cut short, so much of it. */
function limitInputs(c: TraceContext, { name, from, unit, limit }: BudgetUse): TraceInput[] {
  const path = limitField(c.plan, name, 'plan')
  return [{ word: 'budget', of: from, value: limit, unit, path }]
}

function usedInput(c: TraceContext, use: BudgetUse): TraceInput {
  return { word: used(c, use).word, value: use.used, unit: use.unit, ref: budgetRef('used', use) }
}

function worth(c: TraceContext, use: BudgetUse): Made | null {
  if (use.worthUsdPerUnit === null) return null
  return {
    ...{ word: 'worth', of: ofUse(use), value: use.worthUsdPerUnit, unit: '$', formula: 'worth' },
    isDecided: true,
    inputs: [
      ...limitInputs(c, use),
      usedInput(c, use),
      {
        ...{ word: 'netPresentCost', value: c.result.summary.netPresentCostMusd, unit: 'M$' },
        ref: 'net-present-cost',
      },
    ],
    recomputed: use.worthUsdPerUnit,
  }
}
