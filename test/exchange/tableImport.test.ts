import { readFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { previewImport } from '../../src/exchange/importFile.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { readPlanText } from '../../src/plan/readPlan.ts'

const plan = readPlanText(readFileSync('resources/samples/meridian.plan.json', 'utf8'))
const catalog = await readCatalog()
const [site] = plan.sites
const preview = (
  text: string | Uint8Array,
  more: {
    fileName?: string
    target?: string
    siteId?: string
    columns?: { index: number; field: string | null; unit: string }[]
  } = {},
) =>
  previewImport(plan, catalog, {
    fileName: 'table.csv',
    bytes: typeof text === 'string' ? strToU8(text) : text,
    ...more,
  })

test('a table of sites is known by its heads, units are turned into the plan’s, rows with faults are named and left out', () => {
  const text = [
    'Site;Grid limit (kW);Demand charge;Remark',
    `${site!.name};6100;9.5;new quote`,
    'Nowhere;100;1;',
    `${plan.sites[1]!.name};plenty;1;`,
  ].join('\r\n')
  const { target, columns, changes, faults, plan: after } = preview(text)
  expect(target).toBe('sites')
  expect(columns.map(({ field, unit }) => [field, unit])).toEqual([
    ['name', ''],
    ['power.gridLimitMw', 'kW'],
    ['power.demandChargeUsdPerKwMonth', ''],
    [null, ''],
  ])
  expect(changes.map(({ where, field }) => `${where} ${field}`)).toEqual([
    `sites, ${site!.id} power.gridLimitMw`,
    `sites, ${site!.id} power.demandChargeUsdPerKwMonth`,
  ])
  expect(after!.sites[0]!.power).toMatchObject({ gridLimitMw: 6.1, demandChargeUsdPerKwMonth: 9.5 })
  expect(after!.sites.slice(1)).toEqual(plan.sites.slice(1))
  expect(new Set(faults.map(({ row }) => row))).toEqual(new Set([3, 4]))
  expect(faults.find(({ row }) => row === 4)).toMatchObject({ column: 'power.gridLimitMw', value: 'plenty' })
})

test('the same number in another unit is another value', () => {
  const { gridLimitMw } = site!.power
  const { changes } = preview(`id,Grid limit (kW)\n${site!.id},${gridLimitMw}\n`, { target: 'sites' })
  expect(changes).toMatchObject([{ before: gridLimitMw, after: gridLimitMw / 1000 }])
})

test('money of a column or a cell in another currency is turned into US dollars at the plan’s rates', () => {
  const own = { ...plan, currency: { shown: 'CNY' as const, perUsd: { EUR: 0.8, CNY: 7 } } }
  const text = `id,Energy price (€/MWh),Connection\n${site!.id},40,0.7 M CNY/MW\n`
  const { columns, plan: after } = previewImport(own, catalog, {
    ...{ fileName: 'table.csv', bytes: strToU8(text), target: 'sites' },
  })
  expect(columns[1]).toMatchObject({ field: 'power.energyUsdPerMwh', unit: '€/MWh' })
  expect(after!.sites[0]!.power).toMatchObject({ energyUsdPerMwh: 50, connectionMusdPerMw: 0.1 })
})

test('columns go where the planner says', () => {
  const columns = [
    { index: 0, field: 'id', unit: '' },
    { index: 1, field: 'power.gridLimitMw', unit: 'GW' },
  ]
  const { plan: after } = preview(`a,b\n${site!.id},0.007\n`, { target: 'sites', columns })
  expect(after!.sites[0]!.power.gridLimitMw).toBe(7)
})

test('demand, tariffs and leases come in as tables, with new rows', () => {
  const lease = preview(
    'name,accelerator,price per hour,gpus,residencyZones\nSpot H200,h200,2.1,500,us; eu\n',
    {
      target: 'distribution.leases',
    },
  )
  expect(lease.faults).toEqual([])
  expect(lease.plan!.distribution.leases.at(-1)).toMatchObject({
    id: 'spot-h200',
    acceleratorId: 'h200',
    usdPerAccelH: 2.1,
    residencyZones: ['us', 'eu'],
  })
  const demand = preview(`id,users at start,users at end\n${plan.demand[0]!.id},1000,2000000\n`, {
    target: 'demand',
  })
  expect(demand.plan!.demand[0]).toMatchObject({ unitsStart: 1000, unitsEnd: 2_000_000 })
  const tariff = preview(`Site,Tariff ($/kWh)\n${site!.name},0.071\n`)
  expect(tariff.plan!.sites[0]!.power.energyUsdPerMwh).toBeCloseTo(71, 9)
})

test('quotes become overrides of catalog rows, with the file as their note', () => {
  const {
    plan: after,
    changes,
    faults,
  } = preview('id,price_usd_mwh\nus-nova,83\nnowhere,1\n', {
    target: 'catalog:regions',
    fileName: 'quotes.csv',
  })
  expect(changes).toHaveLength(1)
  expect(after!.catalogOverrides).toEqual([
    { table: 'regions', rowId: 'us-nova', column: 'price_usd_mwh', value: 83, note: 'Import of quotes.csv' },
  ])
  expect(faults).toMatchObject([{ row: 3, column: 'id', value: 'nowhere' }])
})

const year = (value: (hour: number) => number): string =>
  [
    'time,value',
    ...Array.from(
      { length: 8760 },
      (_, hour) => `${new Date(Date.UTC(2025, 0, 1, hour)).toISOString()},${value(hour)}`,
    ),
  ].join('\n')

test('a year of prices becomes mean and shape of the day, a year of load peak and shape', () => {
  const price = preview(
    year((hour) => (hour % 24 < 12 ? 30 : 90)),
    { target: 'hourly-price', siteId: site!.id },
  )
  expect(price.plan!.sites[0]!.power).toMatchObject({ energyUsdPerMwh: 60 })
  expect(price.plan!.sites[0]!.power.energyPriceByHour!.slice(10, 14)).toEqual([0.5, 0.5, 1.5, 1.5])
  expect(price.plan!.sites[0]!.profiles!.usdPerMwh!.weekday[11]!.slice(11, 13)).toEqual([30, 90])
  const load = preview(
    year((hour) => (hour === 24 * 40 + 5 ? 2 : 1)),
    { target: 'hourly-load', siteId: site!.id },
  )
  expect(load.plan!.sites[0]!.facility).toMatchObject({ fixedItMw: 2 })
  expect(load.plan!.sites[0]!.facility.fixedItShareByHour![6]).toBe(0.5)
  const { highestByMonth } = load.plan!.sites[0]!.profiles!.loadShare!
  expect(highestByMonth!.weekday.map((day) => day[5])).toEqual([0.5, 1, ...Array(10).fill(0.5)])
  expect(load.plan!.provenance[`sites[${site!.id}].facility.fixedItMw`]).toEqual({
    source: 'Made of table.csv',
  })
})

test('points of GeoJSON and KML become sites like the first, at the nearest region', () => {
  const point = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [8.7, 50.1] },
    properties: { name: 'Main Hall' },
  }
  const geo = preview(JSON.stringify({ type: 'FeatureCollection', features: [point] }), {
    fileName: 'map.geojson',
  })
  expect(geo.changes).toMatchObject([{ kind: 'added', after: 'Main Hall' }])
  expect(geo.plan!.sites.at(-1)).toMatchObject({
    id: 'main-hall',
    name: 'Main Hall',
    catalogRegionId: 'de-frankfurt',
  })
  const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Second</name><Point><coordinates>-96.8,32.8,0</coordinates></Point></Placemark></Document></kml>`
  expect(preview(kml, { fileName: 'map.kml' }).plan!.sites.at(-1)!.catalogRegionId).toBe('us-tx-dfw')
})

test('a table whose heads nobody knows can be given to fields by hand', () => {
  const text = `a,b\n${site!.id},8\n`
  const first = preview(text)
  expect(first).toMatchObject({ plan: null, changes: [], target: 'sites', faults: [{ row: 1 }] })
  expect(first.columns.map(({ field }) => field)).toEqual([null, null])
  const columns = first.columns.map(({ index }) => ({
    index,
    field: ['id', 'power.gridLimitMw'][index]!,
    unit: '',
  }))
  expect(preview(text, { columns }).plan!.sites[0]!.power.gridLimitMw).toBe(8)
})

test('a whole plan is shown as what it differs in, and takes the place of the inputs', () => {
  const other = { ...plan, id: 'other', finance: { ...plan.finance, carbonUsdPerTonne: 40 } }
  const { target, changes, plan: after } = preview(JSON.stringify(other), { fileName: 'a.plan.json' })
  expect(target).toBe('whole-plan')
  expect(changes).toEqual([
    { kind: 'changed', where: 'plan', field: 'finance.carbonUsdPerTonne', before: 0, after: 40 },
  ])
  expect(after).toEqual({ ...other, id: plan.id })
  const broken = preview('{"horizon": 1}', { fileName: 'b.plan.json' })
  expect(broken).toMatchObject({ plan: null, target: 'whole-plan', faults: expect.arrayContaining([]) })
  expect(broken.faults.length).toBeGreaterThan(0)
})

test('a new row brings what it is; what it must have besides is taken from the first, listed and marked', () => {
  const text =
    'name,catalog region,Residency zone,IT capacity (kW)\nParis Nord,fr-paris,eu,6000\nDoha,nowhere,eu,1\nNarvik,no-narvik,,1\n'
  const { plan: after, changes, faults } = preview(text, { target: 'sites' })
  expect(faults).toMatchObject([
    { row: 3, column: 'catalogRegionId', value: 'nowhere' },
    {
      row: 4,
      column: 'residencyZone',
      expected: expect.stringContaining('a column residencyZone, such as us'),
    },
  ])
  const paris = after!.sites.at(-1)!
  expect(paris).toMatchObject({ id: 'paris-nord', residencyZone: 'eu', facility: { maxItMw: 6 } })
  expect(paris.power.gridLimitMw).toBe(site!.power.gridLimitMw)
  expect(changes).toContainEqual({
    kind: 'estimated',
    where: 'sites, paris-nord',
    field: 'power.gridLimitMw',
    before: null,
    after: site!.power.gridLimitMw,
  })
  expect(after!.provenance['sites[paris-nord].power.gridLimitMw']).toEqual({
    source: `As ${site!.name}`,
    grade: 'C',
  })
  expect(after!.provenance['sites[paris-nord].facility.maxItMw']).toBeUndefined()
})

test('UTF-16 with its mark is read, other encodings are refused with what to do', () => {
  const utf16 = Uint8Array.from([
    0xff,
    0xfe,
    ...[...`Site,Grid limit (MW)\n${site!.name},5.5\n`].flatMap((sign) => [sign.charCodeAt(0), 0]),
  ])
  expect(preview(utf16).plan!.sites[0]!.power.gridLimitMw).toBe(5.5)
  expect(() => preview(Uint8Array.from([0x53, 0xe9, 0x2c, 0x31]))).toThrow('read as a table')
})
