import { type Early, gapOf, type Measurement, median, type What } from './measurement.ts'

type Row = Readonly<Partial<Record<What, Measurement>>>

/** The measurements of each instance, by solver. */
export function byInstance(measurements: readonly Measurement[]): Map<string, Row> {
  const groups = Map.groupBy(measurements, ({ size, seed }) => `${size} ${seed}`)
  return new Map(
    [...groups].map(([name, own]) => [name, Object.fromEntries(own.map((item) => [item.what, item]))]),
  )
}

export const percent = (share: number) => (Number.isFinite(share) ? `${(share * 100).toFixed(2)} %` : '-')
const seconds = (value: number | undefined) => (value === undefined ? '-' : value.toFixed(2))

/** Our time over another's; `<` where the other ended, at its limit, without the gap. */
function ratio(ours: Measurement, other: Measurement | undefined, gapShare: number): string {
  if (!other) return '-'
  const value = (ours.cpuS / other.cpuS).toFixed(2)
  return gapOf(other) <= gapShare + 1e-9 ? value : `<${value}`
}

const COLUMNS = [
  'instance',
  'ours s',
  'gap',
  'monolithic s',
  'gap',
  'ours/mono',
  'native s',
  'gap',
  'ours/native',
  'relaxation s',
  'ours/relax',
  'glpsol s',
  'ours/glpsol',
  'cbc s',
  'ours/cbc',
  'warm/cold',
  'build s',
  'build/ours',
  'MiB ours',
  'MiB mono',
]

/** A table of ratios, medians and, over sizes, the exponent of growth. */
export function report(measurements: readonly Measurement[], gapShare: number): string {
  const rows = byInstance(measurements)
  const lines = [COLUMNS]
  for (const [name, row] of rows) {
    const { ours, monolithic, native, relaxation, glpsol, cbc, edits } = row
    if (!ours) continue
    lines.push([
      name,
      seconds(ours.cpuS),
      percent(gapOf(ours)),
      seconds(monolithic?.cpuS),
      monolithic ? percent(gapOf(monolithic)) : '-',
      ratio(ours, monolithic, gapShare),
      seconds(native?.cpuS),
      native ? percent(gapOf(native)) : '-',
      ratio(ours, native, gapShare),
      seconds(relaxation?.cpuS),
      ratioOf(ours, relaxation),
      seconds(glpsol?.cpuS),
      ratio(ours, glpsol, gapShare),
      seconds(cbc?.cpuS),
      ratio(ours, cbc, gapShare),
      edits?.warmShare?.toFixed(2) ?? '-',
      seconds(ours.buildS),
      (ours.buildS / ours.cpuS).toFixed(2),
      String(Math.round(ours.peakMib ?? 0)),
      String(Math.round(monolithic?.peakMib ?? 0)),
    ])
  }
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  const table = lines.map((line) => line.map((cell, column) => cell.padStart(widths[column]!)).join('  '))
  return [
    ...table,
    '',
    ...summary([...rows.values()], gapShare),
    ...onTheWay(rows),
    ...atNativesEnd(rows),
    ...growth(measurements),
  ].join('\n')
}

/** When there was a rough plan and when the first was shown, of problems that have a rough one. */
function onTheWay(rows: ReadonlyMap<string, Row>): string[] {
  return [...rows].flatMap(([name, { ours }]) => {
    if (!ours?.rough) return []
    const said = ({ cpuS, gapShare }: Early) => `${cpuS.toFixed(1)} s (${percent(gapShare)})`
    const first = ours.first ? `the first shown after ${said(ours.first)}` : 'none shown'
    return `${name}: a rough plan after ${said(ours.rough)}, ${first}.`
  })
}

const musd = (value: number | null) => value?.toFixed(2) ?? 'none'

/** What native had once it was stopped, where it went on past the gap. */
function atNativesEnd(rows: ReadonlyMap<string, Row>): string[] {
  return [...rows].flatMap(([name, { ours, native }]) => {
    if (!ours || !native?.end) return []
    const { cpuS, objectiveMusd, boundMusd } = native.end
    return `${name}: native after ${cpuS.toFixed(0)} s (${(cpuS / ours.cpuS).toFixed(0)} times ours) has a plan of ${musd(
      objectiveMusd,
    )} and a bound of ${musd(boundMusd)}; ours ${musd(ours.objectiveMusd)} and ${musd(ours.boundMusd)}.`
  })
}

function ratioOf(ours: Measurement, other: Measurement | undefined): string {
  return other ? (ours.cpuS / other.cpuS).toFixed(1) : '-'
}

function summary(rows: readonly Row[], gapShare: number): string[] {
  const ours = rows.flatMap((row) => row.ours ?? [])
  const within = ours.filter((own) => gapOf(own) <= gapShare + 1e-9).length
  const pairs = rows.flatMap(({ ours: own, monolithic }) => (own && monolithic ? [{ own, monolithic }] : []))
  const lines = [`Proven within ${percent(gapShare)}: ${within} of ${ours.length}.`]
  if (pairs.length > 0) {
    const proven = pairs.filter(({ monolithic }) => gapOf(monolithic) <= gapShare + 1e-9).length
    const middle = median(pairs.map(({ own, monolithic }) => own.cpuS / monolithic.cpuS))
    lines.push(
      `Our time over the monolithic one: median ${middle.toFixed(2)}; it reached the gap in ${proven} of ${pairs.length}.`,
    )
  }
  const warm = rows.flatMap((row) => row.edits?.warmShare ?? [])
  if (warm.length > 0) lines.push(`An edit solved warm over cold: median ${median(warm).toFixed(2)}.`)
  return lines
}

/** Exponent of our median time in the nonzeros between the smallest and the largest size measured. */
function growth(measurements: readonly Measurement[]): string[] {
  const ours = measurements.filter(({ what }) => what === 'ours')
  const points = [...Map.groupBy(ours, ({ size }) => size).values()]
    .map((own) => ({
      nonzeros: median(own.map((item) => item.nonzeros)),
      cpuS: median(own.map((item) => item.cpuS)),
    }))
    .sort((a, b) => a.nonzeros - b.nonzeros)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return []
  const exponent = Math.log(last.cpuS / first.cpuS) / Math.log(last.nonzeros / first.nonzeros)
  return [`Growth of our time with the nonzeros: exponent ${exponent.toFixed(2)}.`]
}
