import type { Catalog } from '../plan/catalog/catalog.ts'
import { type ArchetypeRow, hourColumn } from '../plan/catalog/demandRows.ts'
import type { AcceleratorRow } from '../plan/catalog/hardwareRows.ts'
import type { ModelRow } from '../plan/catalog/modelRows.ts'
import type { CoolingRow, EnergySourceRow, RegionRow } from '../plan/catalog/siteRows.ts'
import { AppFault } from '../plan/fault.ts'
import { nameKey } from './nameKey.ts'

interface Named {
  readonly id: string
  readonly aliases?: readonly string[]
}

type NameOf<T> = (row: T) => string

const namesOf = <T extends Named>(row: T, nameOf?: NameOf<T>): string[] =>
  [row.id, ...(nameOf ? [nameOf(row)] : []), ...(row.aliases ?? [])].map(nameKey)

/** The row of an id, a name or an alias, in any case and with or without blanks and dashes. */
function find<T extends Named>(rows: readonly T[], key: string, nameOf?: NameOf<T>): T | undefined {
  const wanted = nameKey(key)
  return (
    rows.find((row) => row.id === key) ??
    rows.find((row) => wanted !== '' && namesOf(row, nameOf).includes(wanted))
  )
}

function get<T extends Named>(kind: string, rows: readonly T[], key: string, nameOf?: NameOf<T>): T {
  const found = find(rows, key, nameOf)
  if (found) return found
  const wanted = nameKey(key)
  const start = wanted.slice(0, 4)
  const near = rows.filter((row) => namesOf(row, nameOf).some((name) => name.includes(start))).slice(0, 5)
  const hint = near.length > 0 ? `, such as ${near.map((row) => row.id).join(', ')}` : ''
  throw new AppFault('not-found', `The catalog has no such ${kind}`, [
    { path: kind, value: key, expected: `an id or a name of the catalog${hint}` },
  ])
}

export function findAccelerator(catalog: Catalog, key: string): AcceleratorRow | undefined {
  return find(catalog.accelerators, key, (row) => row.accelerator)
}

export function findModel(catalog: Catalog, key: string): ModelRow | undefined {
  return find(catalog.models, key, (row) => row.model)
}

export function getAccelerator(catalog: Catalog, key: string): AcceleratorRow {
  return get('accelerator', catalog.accelerators, key, (row) => row.accelerator)
}

export function getModel(catalog: Catalog, key: string): ModelRow {
  return get('model', catalog.models, key, (row) => row.model)
}

export function getRegion(catalog: Catalog, id: string): RegionRow {
  return get('region', catalog.regions, id)
}

export function getArchetype(catalog: Catalog, id: string): ArchetypeRow {
  return get('archetype', catalog.demand_archetypes, id)
}

export function getCooling(catalog: Catalog, id: string): CoolingRow {
  return get('cooling', catalog.cooling, id)
}

export function getEnergySource(catalog: Catalog, id: string): EnergySourceRow {
  return get('energy source', catalog.energy_sources, id)
}

/** 24 hourly factors of a profile, its level against a weekday and whose clock it follows. */
export function hourlyProfile(
  catalog: Catalog,
  profileId: string,
  dayType: 'weekday' | 'weekend',
): { readonly values: number[]; readonly level: number; readonly timeBasis: string } {
  const row = catalog.demand_profiles.find((own) => own.profileId === profileId && own.dayType === dayType)
  if (!row) {
    throw new AppFault('not-found', 'The catalog has no such profile', [
      { path: 'profile_id', value: `${profileId} ${dayType}`, expected: 'a row of demand_profiles.csv' },
    ])
  }
  const values = Array.from({ length: 24 }, (_, hour) => row[hourColumn(hour)])
  return { values, level: row.dayLevelVsWeekday, timeBasis: row.tzBasis }
}

/** Round trip inside one region: within a metro area, by estimate. */
const SAME_REGION_MS = 2

/** Measured round trip between two names of the latency table, in either direction. */
export function findRttMs(catalog: Catalog, from: string, to: string): number | undefined {
  if (from === to) return SAME_REGION_MS
  const row =
    catalog.latency.find((own) => own.from === from && own.to === to) ??
    catalog.latency.find((own) => own.from === to && own.to === from)
  return row?.rttMs
}

/** Round trip by distance where nothing was measured: fibre at 200 km/ms, a detour of 1.5, 4 ms of equipment (C). */
export function estimateRttMs(km: number): number {
  return ((2 * km) / 200) * 1.5 + 4
}

interface Place {
  readonly lat: number
  readonly lon: number
}

/** Great-circle distance. */
export function distanceKm(a: Place, b: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (x: number) => Math.sin(x / 2) ** 2
  const h =
    half(radians(b.lat - a.lat)) +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(radians(b.lon - a.lon))
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}
