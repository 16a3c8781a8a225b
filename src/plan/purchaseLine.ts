/** What is bought of an accelerator, as cost lines name it. */
export type PurchaseKind = 'Purchase' | 'Switches and optics'

/** A cost line of what is bought of an accelerator, and whether it is the part that is sold at an early age. */
export interface PurchaseLine {
  readonly kind: PurchaseKind
  readonly acceleratorId: string
  /** Absent: units that stay as long as the plan's age says. */
  readonly soldAtYears?: number
}

const FORM = /^(Purchase|Switches and optics) (\S+?)(?: sold at ([\d.]+) years)?$/

export function purchaseLineName({ kind, acceleratorId, soldAtYears }: PurchaseLine): string {
  const early = soldAtYears === undefined ? '' : ` sold at ${soldAtYears} years`
  return `${kind} ${acceleratorId}${early}`
}

/** Undefined where a line is of something else. */
export function readPurchaseLine(name: string): PurchaseLine | undefined {
  const [, kind, acceleratorId, years] = FORM.exec(name) ?? []
  if (kind === undefined || acceleratorId === undefined) return undefined
  const early = years === undefined ? {} : { soldAtYears: Number(years) }
  return { kind: kind as PurchaseKind, acceleratorId, ...early }
}
