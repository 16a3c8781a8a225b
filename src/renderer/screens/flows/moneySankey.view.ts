import { paidLines } from '../../../engine/results/money/paidCosts.ts'
import type { CostLine } from '../../../plan/result/money.ts'
import { type Sankey, SankeyBuilder } from '../../parts/charts/sankey.ts'

interface Names {
  readonly revenue: string
  /** Where nothing is sold: what has to be found. */
  readonly cost: string
  /** What revenue does not cover. */
  readonly shortfall: string
  readonly money: string
  readonly netPresentValue: string
  readonly other: string
  readonly layer: (layer: CostLine['layer']) => string
  readonly line: (name: string) => string
}

/** The bands, and the lines of cost of which each consists, by `from to`. */
interface MoneySankey extends Sankey {
  readonly linesOf: ReadonlyMap<string, { readonly layer: string; readonly names: readonly string[] }>
}

/** A line below this share of all costs joins the others of its layer. */
const LEAST_SHARE = 0.01

/**
 * Present values, million USD: from what comes in to the layers that it pays for and to their lines, each over all
 * sites, and to what is left. Lines that bring money stand among what comes in; penalties, which nobody pays, nowhere.
 */
export function moneySankey(
  costs: readonly CostLine[],
  revenueMusd: number | null,
  names: Names,
): MoneySankey {
  const paid = paidLines({ costs })
  const byName = Map.groupBy(paid, (line) => `${line.layer} ${line.name}`)
  const lines = [...byName.values()].map((own) => ({
    ...{ layer: own[0]!.layer, name: own[0]!.name },
    musd: own.reduce((sum, line) => sum + line.presentMusd, 0),
  }))
  const spent = lines.reduce((sum, { musd }) => sum + Math.max(0, musd), 0)
  const returned = lines.reduce((sum, { musd }) => sum + Math.max(0, -musd), 0)
  const built = new SankeyBuilder((id) => {
    const own = id.slice(2)
    if (id === 'l:netPresentValue') return names.netPresentValue
    if (id.startsWith('l:')) return names.layer(own as CostLine['layer'])
    if (id.startsWith('x:')) return own.startsWith('other ') ? names.other : names.line(own)
    if (id.startsWith('i:line ')) return names.line(own.slice('line '.length))
    return names[own as 'revenue' | 'cost' | 'shortfall' | 'money']
  })
  const left = (revenueMusd ?? 0) + returned - spent
  const linesOf = new Map<string, { readonly layer: string; readonly names: string[] }>()
  const note = (from: string, to: string, layer: string, name: string): void => {
    const key = `${from} ${to}`
    linesOf.set(key, { layer, names: [...(linesOf.get(key)?.names ?? []), name] })
  }
  built.add('i:revenue', 'm:money', revenueMusd ?? 0)
  built.add(revenueMusd === null ? 'i:cost' : 'i:shortfall', 'm:money', -left)
  for (const { layer, name, musd } of lines) {
    const [earned, end] = [`i:line ${name}`, musd < LEAST_SHARE * spent ? `x:other ${layer}` : `x:${name}`]
    built.add(earned, 'm:money', -musd)
    built.add('m:money', `l:${layer}`, musd)
    built.add(`l:${layer}`, end, musd)
    if (musd < 0) note(earned, 'm:money', layer, name)
    if (musd <= 0) continue
    note('m:money', `l:${layer}`, layer, name)
    note(`l:${layer}`, end, layer, name)
  }
  built.add('m:money', 'l:netPresentValue', left)
  return { ...built.build(), linesOf }
}
