/** Factors to the unit in which a field is kept, by what the planner may type. */
const FAMILIES: readonly Readonly<Record<string, number>>[] = [
  { w: 1, kw: 1e3, mw: 1e6, gw: 1e9 },
  { wh: 1, kwh: 1e3, mwh: 1e6, gwh: 1e9 },
  { '$/mwh': 1, 'usd/mwh': 1, 'c/kwh': 10, '$/kwh': 1000, 'usd/kwh': 1000 },
  { $: 1, usd: 1, k$: 1e3, m$: 1e6, musd: 1e6, b$: 1e9 },
  { 'm$/mw': 1, '$/w': 1, '$/kw': 1e-3 },
  { ms: 1, s: 1000 },
  { months: 1, month: 1, mo: 1, years: 12, year: 12, y: 12 },
  { years: 1, year: 1, y: 1, months: 1 / 12 },
  { share: 1, '%': 0.01 },
  { gb: 1, tb: 1000 },
]
const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 }

/** Reads "1.2 GW", "40 c/kWh", "12 %", "3.5M" or a plain number into `unit`; undefined where it cannot. */
export function parseQuantity(text: string, unit = ''): number | undefined {
  const match = /^([-−+]?[\d,\s']*\.?\d+(?:e[-+]?\d+)?)\s*(\S.*)?$/i.exec(text.trim())
  if (!match) return undefined
  const value = Number(match[1]!.replaceAll(/[,\s']/g, '').replace('−', '-'))
  if (!Number.isFinite(value)) return undefined
  const typed = normal(match[2] ?? '')
  const own = normal(unit)
  if (typed === '' || typed === own) return value
  const family = FAMILIES.find((factors) => typed in factors && own in factors)
  if (family) return tidy((value * family[typed]!) / family[own]!)
  const multiple = MULTIPLES[typed]
  return multiple === undefined ? undefined : value * multiple
}

function normal(unit: string): string {
  return unit.toLowerCase().replaceAll(/\s/g, '').replace('usd/', '$/')
}

/** 40 c/kWh is 400 $/MWh, not 400.00000000000006. */
function tidy(value: number): number {
  return Number(value.toPrecision(14))
}
