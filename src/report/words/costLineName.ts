import { readPurchaseLine } from '../../plan/purchaseLine.ts'
import type { economics } from './en/economics.ts'
import type { ThingNames } from './thingNames.ts'

/** What a cost line is called: by its whole name, else by what stands before the name of the thing, as in "Lease H200". */
export function costLineName(
  name: string,
  { costLines, costLinesOf, soldAt }: Pick<typeof economics, 'costLines' | 'costLinesOf' | 'soldAt'>,
  { accelerator = asItIs, supply = asItIs }: Partial<Pick<ThingNames, 'accelerator' | 'supply'>> = {},
): string {
  const whole = costLines[name]
  if (whole !== undefined) return whole
  const bought = readPurchaseLine(name)
  if (bought) {
    const { kind, acceleratorId, soldAtYears } = bought
    const early = soldAtYears === undefined ? '' : soldAt(String(soldAtYears))
    return `${costLinesOf[`${kind} `] ?? `${kind} `}${accelerator(acceleratorId)}${early}`
  }
  const start = Object.keys(costLinesOf).find((own) => name.startsWith(own))
  if (start !== undefined) {
    const of = name.slice(start.length)
    return `${costLinesOf[start]}${SUPPLIES.includes(start) ? supply(of) : of}`
  }
  const ofSupply = SUPPLIES.find((own) => name.startsWith(own))
  return ofSupply === undefined ? name : `${ofSupply}${supply(name.slice(ofSupply.length))}`
}

const asItIs = (id: string): string => id
/** Starts of lines that end with the id of a contract or of plant. */
const SUPPLIES: readonly string[] = [
  ...['Plant ', 'Fixed operation ', 'Fuel and variable ', 'Hours of stress ', 'Contract '],
]
