import { getCooling, getEnergySource } from '../../catalog/find.ts'
import type { TrainLine } from '../../engine/facility/siteTrain.ts'
import type { SiteBuild } from '../../plan/result/result.ts'
import type { Site } from '../../plan/schema/site.ts'
import { type Chart, figure, type OneLine, type Paragraph, type SeriesChart, say } from '../document.ts'
import { lastBuilds, type Source } from '../source.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** From so little on a box or a band would be noise. */
const LEAST_MW = 0.005

/** Where the power of a weekday of the last quarter comes from, by UTC hour: each hour has its block's mean. */
export function dayCharts(source: Source): SeriesChart[] {
  const { result, end, words } = source
  const w = words.power
  if (result.slices.length === 0) return []
  const sliceAt = HOURS.map((hour) =>
    result.slices.findIndex((slice) => slice.dayType === 'weekday' && slice.hoursUtc.includes(hour)),
  )
  const totals = new Map<string, number[]>()
  const add = (name: string, bySlice: readonly number[]): void => {
    const before = totals.get(name) ?? HOURS.map(() => 0)
    totals.set(
      name,
      before.map((mw, hour) => mw + (bySlice[sliceAt[hour]!] ?? 0)),
    )
  }
  for (const build of lastBuilds(source)) {
    add(w.grid, build.drawnMwBySlice)
    for (const [id, mw] of [
      ...Object.entries(build.generatedMwBySlice),
      ...Object.entries(build.contractMwBySlice),
    ])
      add(id, mw)
    for (const [id, { discharged }] of Object.entries(build.storageMwBySlice)) add(w.out(id), discharged)
  }
  return [
    {
      title: w.dayChart(end),
      kind: 'stack',
      unit: 'MW',
      labels: HOURS.map((hour) => `${hour}:00`),
      series: [...totals].map(([name, values]) => ({ name, values })),
    },
  ]
}

/** A diagram of each site that has rooms in the last quarter. */
export function oneLines(source: Source): Chart[] {
  return lastBuilds(source).flatMap((build) => {
    const site = source.plan.sites.find((own) => own.id === build.siteId)
    return site && build.builtItMw > 0 ? [oneLine(source, site, build)] : []
  })
}

type Box = OneLine['boxes'][number]

/** Grid, switchgear, transformers, UPS and racks in a row; what feeds the bus above it, cooling below. */
function oneLine(source: Source, site: Site, build: SiteBuild): OneLine {
  const w = source.words.power
  const chain = chainBoxes(source, site.id)
  const bus = chain[0]?.id ?? 'it'
  const grid: Box = { id: 'grid', column: 0, row: 0, name: w.grid, detail: mw(build.contractedMw) }
  const it: Box = { id: 'it', column: chain.length + 1, row: 0, name: w.it, detail: mw(build.builtItMw) }
  const feeds = feedBoxes(source, site, build)
  const cooling: Box = {
    id: 'cooling',
    column: Math.max(1, chain.length),
    row: 1,
    name: getCooling(source.catalog, site.facility.coolingTechnologyId).technology,
    detail: [],
  }
  const row = [grid, ...chain, it]
  return {
    title: w.oneLine(site.name, source.end),
    kind: 'one-line',
    boxes: [...row, ...feeds, cooling],
    lines: [
      ...row.slice(1).map((box, index) => [row[index]!.id, box.id] as const),
      ...feeds.map((box) => [box.id, bus] as const),
      [chain.findLast((box) => box.id !== 'ups')?.id ?? 'grid', 'cooling'] as const,
    ],
  }
}

/** Parts of the electrical train in the order of the current, by what the catalog's row is. */
const CHAIN = ['xfmr_hv_100', 'swgr_mv', 'xfmr_mv_3', 'ups_1875'] as const
const GENERATOR = 'gen_3000'

function chainBoxes(source: Source, siteId: string): Box[] {
  return CHAIN.flatMap((equipmentId) => {
    const line = lastLine(source, siteId, equipmentId)
    return line ? [line] : []
  }).map((line, index) => ({
    id: line.equipmentId === 'ups_1875' ? 'ups' : line.equipmentId,
    column: index + 1,
    row: 0,
    name: source.words.bill.purposes[line.purpose] ?? line.purpose,
    detail: unitsOf(line),
  }))
}

function lastLine(source: Source, siteId: string, equipmentId: string) {
  const train = source.trains.find((own) => own.siteId === siteId)
  return train?.lines.findLast((line) => line.equipmentId === equipmentId)
}

/** Standby generators, plant and storage on site, and contracts by a line of their own. */
function feedBoxes(source: Source, site: Site, build: SiteBuild): Box[] {
  const generators = lastLine(source, site.id, GENERATOR)
  const names = new Map(
    [...site.power.onSite, ...site.power.contracts].map((own) => [
      own.id,
      getEnergySource(source.catalog, own.energySourceId).technology,
    ]),
  )
  const direct = new Set(site.power.contracts.filter((own) => own.isDirect).map((own) => own.id))
  const amounts = [
    ...Object.entries(build.onSiteMw),
    ...Object.entries(build.contractMw).filter(([id]) => direct.has(id)),
  ].filter(([, amount]) => amount > LEAST_MW)
  const feeds = [
    ...(generators
      ? [
          {
            id: GENERATOR,
            name: source.words.bill.purposes[generators.purpose] ?? generators.purpose,
            detail: unitsOf(generators),
          },
        ]
      : []),
    ...amounts.map(([id, amount]) => ({ id: `feed-${id}`, name: names.get(id) ?? id, detail: mw(amount) })),
  ]
  return feeds.map((feed, index) => ({ ...feed, column: index, row: -1 }))
}

function mw(value: number): Paragraph {
  return [figure(value, 'MW')]
}

function unitsOf({ installed, unitSize, unit, scheme }: TrainLine): Paragraph {
  return say`${figure(installed)} × ${figure(unitSize, unit)}, ${scheme}`
}
