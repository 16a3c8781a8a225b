import type { Facility } from './schema/site.ts'

/** A cooling technology and the share of a site's rooms that have it. */
export interface CoolingPart {
  readonly technologyId: string
  readonly share: number
}

type CooledFacility = Pick<Facility, 'coolingTechnologyId'> &
  Partial<Pick<Facility, 'coolingBlocks' | 'coolingChoice'>>

/** The technologies of a site: the one of all its rooms, or those of its blocks by their number. */
export function coolingParts({
  coolingTechnologyId,
  coolingChoice,
  coolingBlocks = [],
}: CooledFacility): CoolingPart[] {
  // What the planner gives goes before blocks of an earlier solve.
  if (coolingChoice === 'given' || coolingBlocks.length === 0)
    return [{ technologyId: coolingTechnologyId, share: 1 }]
  const all = coolingBlocks.reduce((sum, { blocks }) => sum + blocks, 0)
  return coolingBlocks.map(({ technologyId, blocks }) => ({ technologyId, share: blocks / all }))
}

/** Mean of a quantity over the rooms of a site. */
export function overCooling(facility: CooledFacility, pick: (technologyId: string) => number): number {
  return coolingParts(facility).reduce((sum, { technologyId, share }) => sum + share * pick(technologyId), 0)
}
