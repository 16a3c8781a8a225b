import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault } from '../../plan/fault.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { scanXml } from '../../workbook/scanXml.ts'
import type { Outcome } from '../changes.ts'
import { applyTables } from '../tables/applyTables.ts'
import { slug } from '../tables/slug.ts'

/** A named point of a map. */
export interface Place {
  readonly name: string
  readonly lon: number
  readonly lat: number
}

const MOST_PLACES = 500

/** Points of a GeoJSON or a KML file. */
export function readPlaces(text: string): Place[] {
  const places = text.trimStart().startsWith('<') ? readKml(text) : readGeoJson(text)
  const wrong = places.find(({ lon, lat }) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
  if (wrong || places.length === 0 || places.length > MOST_PLACES) {
    throw new AppFault('bad-input', 'The map holds no places that can be taken', [
      {
        path: 'file',
        value: wrong ?? `${places.length} points`,
        expected: `1 to ${MOST_PLACES} named points in degrees: longitude, latitude`,
      },
    ])
  }
  return places
}

function readGeoJson(text: string): Place[] {
  let map: unknown
  try {
    map = JSON.parse(text)
  } catch {
    throw new AppFault('bad-input', 'The map is neither GeoJSON nor KML', [
      {
        path: 'file',
        value: text.slice(0, 40),
        expected: 'a FeatureCollection of points, or KML placemarks',
      },
    ])
  }
  const features = get(map, 'features')
  return (Array.isArray(features) ? features : [map]).flatMap((feature: unknown, index): Place[] => {
    const geometry = get(feature, 'geometry')
    const at = get(geometry, 'coordinates')
    if (get(geometry, 'type') !== 'Point' || !Array.isArray(at)) return []
    const name = get(get(feature, 'properties'), 'name')
    return [
      {
        name: typeof name === 'string' ? name : `Place ${index + 1}`,
        lon: Number(at[0]),
        lat: Number(at[1]),
      },
    ]
  })
}

function get(thing: unknown, key: string): unknown {
  return typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined
}

function readKml(text: string): Place[] {
  const places: Place[] = []
  let inside = ''
  let name = ''
  let coordinates = ''
  scanXml(text, {
    open: (tag) => {
      inside = tag
      if (tag === 'Placemark') name = coordinates = ''
    },
    text: (own) => {
      if (inside === 'name') name += own
      if (inside === 'coordinates') coordinates += own
    },
    close: (tag) => {
      inside = ''
      if (tag !== 'Placemark' || coordinates.trim() === '') return
      const [lon, lat] = coordinates
        .trim()
        .split(/[\s,]+/)
        .map(Number)
      places.push({
        name: name.trim() || `Place ${places.length + 1}`,
        lon: lon ?? Number.NaN,
        lat: lat ?? Number.NaN,
      })
    },
  })
  return places
}

/**
 * Places as sites of a plan: each like a site that is there, at the region of the catalog that lies nearest. A place of
 * a site's name moves that site.
 */
export function importPlaces(
  plan: Plan,
  catalog: Catalog,
  places: readonly Place[],
  likeId?: string,
): Outcome {
  const like = plan.sites.find((site) => site.id === likeId) ?? plan.sites[0]
  if (!like) {
    throw new AppFault('bad-input', 'The plan has no site whose building and grid a new one could take', [
      { path: 'sites', value: [], expected: 'at least one site; add one by hand first' },
    ])
  }
  const columns = ['name', 'catalogRegionId'].map((field, index) => ({ index, field, unit: '' }))
  const rows = places.map((place, index) => ({
    number: index + 1,
    cells: [place.name, nearestRegion(catalog, place)],
  }))
  const outcome = applyTables(
    withLikes(plan, like, places),
    [{ sheet: 'sites', columns, rows, isWhole: false }],
    true,
  )
  const known = new Set(plan.sites.map((site) => site.name))
  const added = places.filter(({ name }) => !known.has(name))
  return {
    ...outcome,
    changes: [
      ...outcome.changes.filter(({ where }) => !added.some(({ name }) => where === `sites, ${slug(name)}`)),
      ...added.map(({ name }) => ({
        kind: 'added' as const,
        where: `sites, ${slug(name)}`,
        field: '',
        before: null,
        after: name,
      })),
    ],
  }
}

function withLikes(plan: Plan, like: Plan['sites'][number], places: readonly Place[]): Plan {
  const known = new Set(plan.sites.map((site) => site.name))
  const added = places
    .filter(({ name }) => !known.has(name))
    .map(({ name }) => ({ ...structuredClone(like), id: slug(name), name }))
  return { ...plan, sites: [...plan.sites, ...added] }
}

/** By the great circle; the cosine of the angle is enough to compare. */
export function nearestRegion(catalog: Catalog, { lon, lat }: Place): string {
  const rad = (degrees: number): number => (degrees * Math.PI) / 180
  const near = (row: Catalog['regions'][number]): number =>
    Math.sin(rad(lat)) * Math.sin(rad(row.lat)) +
    Math.cos(rad(lat)) * Math.cos(rad(row.lat)) * Math.cos(rad(lon - row.lon))
  return catalog.regions.reduce((best, row) => (near(row) > near(best) ? row : best)).id
}
