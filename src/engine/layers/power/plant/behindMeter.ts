import type { Term } from '../../../problem/problem.ts'
import { scale } from '../context.ts'
import type { Contract } from '../grid/contracts.ts'
import type { Plant } from './plant.ts'
import type { Storage } from './storage.ts'

/** What a site has beside the grid's spot energy. */
export interface BehindMeter {
  readonly plants: readonly Plant[]
  readonly storages: readonly Storage[]
  readonly contracts: readonly Contract[]
}

/** Whether the meter sees anything else than the load. */
export function hasOwnSupply({ plants, storages, contracts }: BehindMeter): boolean {
  return plants.length + storages.length + contracts.length > 0
}

/** Net MW supplied in a slice by everything but spot energy. */
export function supplyTerms({ plants, storages, contracts }: BehindMeter, t: number, h: number): Term[] {
  return [
    ...plants.map((own): Term => [1, own.generated[t]![h]!]),
    ...storages.flatMap((own): Term[] => [
      [1, own.discharged[t]![h]!],
      [-1, own.charged[t]![h]!],
    ]),
    ...contracts.flatMap((own): Term[] => (own.taken[t] ? [[1, own.taken[t][h]!]] : [])),
  ]
}

/** MW of contracts that come through the grid's meter in a slice. */
export function meteredContractTerms({ contracts }: BehindMeter, t: number, h: number): Term[] {
  return contracts.flatMap(({ own, taken }): Term[] => (own.isDirect || !taken[t] ? [] : [[1, taken[t][h]!]]))
}

/** MW counted against the peak beside the grid. */
export function creditTerms({ plants, storages, contracts }: BehindMeter, t: number): Term[] {
  return [
    ...plants.map(({ source, units }): Term => [source.firmShare * source.unitMw, units[t]!]),
    ...storages.map(({ own, units }): Term => [own.firmShare * own.unitMw, units[t]!]),
    ...contracts.flatMap(({ own, inForce }) => scale(inForce[t]!, own.firmShare)),
  ]
}

/** The same without standby plant, which stands still on ordinary days. */
export function ordinaryCreditTerms(own: BehindMeter, t: number): Term[] {
  return creditTerms({ ...own, plants: own.plants.filter(({ source }) => source.kind !== 'standby') }, t)
}
