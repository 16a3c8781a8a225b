import type { SiteBuild } from '../../../plan/result/siteBuild.ts'
import { gridTco2PerMwh, powerSlicesOf } from '../../layers/power/context.ts'
import { flexibleTerms, heldTerms } from '../../layers/power/grid/gridService.ts'
import { supplyTerms } from '../../layers/power/plant/behindMeter.ts'
import type { Column } from '../../problem/problem.ts'
import type { Reader } from '../reader.ts'
import { dayBlocks, meanBySlice } from './dayBlocks.ts'

type PowerBuild = Pick<
  SiteBuild,
  | 'contractedMw'
  | 'releasedMw'
  | 'flexibleMw'
  | 'hasApplied'
  | 'meteredMw'
  | 'billedMw'
  | 'energyMwh'
  | 'drawnMwBySlice'
  | 'generatedMwBySlice'
  | 'storageMwBySlice'
  | 'contractMw'
  | 'contractMwBySlice'
  | 'unservedItMwBySlice'
  | 'dayBlocks'
  | 'stressMw'
  | 'onSiteMw'
  | 'onSiteUnits'
  | 'co2Tonnes'
  | 'waterM3'
>

/** What a site holds of the grid, what runs there and what it takes, in one period. */
export function powerBuild(reader: Reader, siteIndex: number, t: number): PowerBuild {
  const { inputs, power } = reader.formulation
  const supply = power.supplies[siteIndex]!
  const { service, metering, balance, plants, storages, contracts, unserved, stress } = supply
  const climate = inputs.climate[siteIndex]!
  const energy = inputs.energy[siteIndex]!
  const slices = powerSlicesOf(inputs, siteIndex)
  const over = (value: (h: number) => number) =>
    slices.reduce((sum, slice, h) => sum + slice.hoursIn[t]! * value(h), 0)
  const bySlice = (columns: readonly Column[]) => meanBySlice(reader, slices, columns, t)
  const energyOf = (columns: readonly Column[] | undefined) =>
    columns === undefined ? 0 : over((h) => reader.at(columns[h]!))
  const suppliedMw = (h: number) => reader.at(balance.drawn[t]![h]!) + reader.sum(supplyTerms(supply, t, h))
  const released = service.released[t]
  const stressMwh = plants.map((_, k) => (stress.ran[k]?.[t] ? reader.at(stress.ran[k][t]) : 0))
  return {
    contractedMw: reader.sum(heldTerms(service, t)),
    releasedMw: released === undefined ? 0 : reader.at(released),
    flexibleMw: reader.sum(flexibleTerms(service, t, 1)),
    hasApplied: service.applied.slice(0, t + 1).reduce((sum, column) => sum + reader.at(column), 0),
    meteredMw: reader.sum(metering.metered[t]!),
    billedMw: reader.at(metering.billed[t]!),
    energyMwh: over(suppliedMw),
    drawnMwBySlice: bySlice(balance.drawn[t]!),
    generatedMwBySlice: Object.fromEntries(
      plants.map((plant) => [plant.source.id, bySlice(plant.generated[t]!)]),
    ),
    storageMwBySlice: Object.fromEntries(
      storages.map((own) => [
        own.own.id,
        { charged: bySlice(own.charged[t]!), discharged: bySlice(own.discharged[t]!) },
      ]),
    ),
    contractMw: Object.fromEntries(contracts.map((own) => [own.own.id, reader.sum(own.inForce[t]!)])),
    contractMwBySlice: Object.fromEntries(
      contracts.map((own) => [own.own.id, own.taken[t] ? bySlice(own.taken[t]) : []]),
    ),
    unservedItMwBySlice: bySlice(unserved.columns[t] ?? []),
    dayBlocks: dayBlocks(reader, supply, slices, t),
    stressMw: Object.fromEntries(
      plants.flatMap((plant, k) => (stressMwh[k]! > 0 ? [[plant.source.id, stressMwh[k]!]] : [])),
    ),
    onSiteUnits: Object.fromEntries([
      ...plants.map(({ source, units }) => [source.id, reader.at(units[t]!)]),
      ...storages.map(({ own, units }) => [own.id, reader.at(units[t]!)]),
    ]),
    onSiteMw: Object.fromEntries([
      ...plants.map(({ source, units }) => [source.id, reader.at(units[t]!) * source.unitMw]),
      ...storages.map(({ own, units }) => [own.id, reader.at(units[t]!) * own.unitMw]),
    ]),
    co2Tonnes:
      over((h) => reader.at(balance.drawn[t]![h]!) * gridTco2PerMwh({ energy }, t, h)) +
      plants.reduce((sum, own) => sum + energyOf(own.generated[t]) * own.source.tco2PerMwh, 0) +
      contracts.reduce((sum, own) => sum + energyOf(own.taken[t]) * own.own.tco2PerMwh, 0),
    // Litres per kWh of IT are cubic metres per MWh.
    waterM3: over((h) => (suppliedMw(h) / climate.pue[t]![h]!) * climate.wueLPerKwh[t]![h]!),
  }
}
