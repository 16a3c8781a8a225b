import { readPurchaseLine } from '../../plan/purchaseLine.ts'
import type { economics } from './en/economics.ts'

/** What a cost line is called: by its whole name, else by what stands before the name of the thing, as in "Lease H200". */
export function costLineName(
  name: string,
  { costLines, costLinesOf, soldAt }: Pick<typeof economics, 'costLines' | 'costLinesOf' | 'soldAt'>,
  acceleratorName: (id: string) => string = (id) => id,
): string {
  const whole = costLines[name]
  if (whole !== undefined) return whole
  const bought = readPurchaseLine(name)
  if (bought) {
    const { kind, acceleratorId, soldAtYears } = bought
    const early = soldAtYears === undefined ? '' : soldAt(String(soldAtYears))
    return `${costLinesOf[`${kind} `] ?? `${kind} `}${acceleratorName(acceleratorId)}${early}`
  }
  const start = Object.keys(costLinesOf).find((own) => name.startsWith(own))
  return start === undefined ? name : `${costLinesOf[start]}${name.slice(start.length)}`
}
