import type { AcceleratorRow } from '../../plan/catalog/hardwareRows.ts'
import type { CustomAccelerator } from '../../plan/schema/custom.ts'
import { nameKey } from '../nameKey.ts'
import { Estimates, nearest, rough } from './estimate.ts'

/**
 * A row of the catalog made of a data sheet. What the sheet leaves out follows a relative: the row named by `likeId`,
 * else the nearest of its vendor, else of all, by bandwidth, memory and 16-bit peak.
 *
 *   bf16    half the given fp8, else the relative's per TB/s of memory
 *   fp8...  the relative's per 16-bit TFLOP/s; none where the relative has none
 *   power   the relative's per 16-bit TFLOP/s; of a server, the relative's per watt of board
 *   price   the relative's per TB/s of memory
 */
export function estimateAccelerator(
  own: CustomAccelerator,
  rows: readonly AcceleratorRow[],
): AcceleratorRow | undefined {
  const like = relativeOf(own, rows)
  if (!like) return undefined
  const estimates = new Estimates()
  const likeBf16 = like.bf16TflopsDense!
  const bf16 = estimates.take('bf16_tflops_dense', own.bf16TflopsDense, ruleOfBf16(own, like), () =>
    rough(own.fp8TflopsDense ? own.fp8TflopsDense / 2 : (likeBf16 / like.memBwTbS) * own.memBwTbS),
  )
  const perBf16 = `as ${like.id} per 16-bit TFLOP/s`
  const scaled = (column: string, given: number | undefined, of: number | null) =>
    estimates.take<number | null>(column, given, perBf16, () => of && rough((of / likeBf16) * bf16))
  const same = estimates.sameAs(like.id)
  const fp8 = scaled('fp8_tflops_dense', own.fp8TflopsDense, like.fp8TflopsDense)
  const fp4 = scaled('fp4_tflops_dense', own.fp4TflopsDense, like.fp4TflopsDense)
  const int8 = scaled('int8_tops_dense', own.int8TopsDense, like.int8TopsDense)
  const tdpW = scaled('tdp_w', own.tdpW, like.tdpW)
  const perTdp = (column: string, of: number | null) =>
    estimates.take<number | null>(column, undefined, `as ${like.id} per watt of board`, () =>
      of === null || like.tdpW === null || tdpW === null ? null : rough((of / like.tdpW) * tdpW),
    )
  const price = (column: string, of: number | null) =>
    estimates.take<number | null>(column, own.priceUsd, `as ${like.id} per TB/s of memory`, () =>
      of === null ? null : rough((of / like.memBwTbS) * own.memBwTbS),
    )
  return {
    id: own.id,
    accelerator: own.name,
    aliases: [],
    vendor: own.vendor,
    origin: like.origin,
    ecosystem: same('ecosystem', own.ecosystem, like.ecosystem),
    exportRestriction: same('export_restriction', undefined, like.exportRestriction),
    memoryGb: own.memoryGb,
    memoryType: same('memory_type', undefined, like.memoryType),
    memBwTbS: own.memBwTbS,
    bf16TflopsDense: bf16,
    fp8TflopsDense: fp8,
    fp4TflopsDense: fp4,
    int8TopsDense: int8,
    tdpW,
    serverWPerAccelLow: perTdp('server_w_per_accel_low', like.serverWPerAccelLow),
    serverWPerAccelHigh: perTdp('server_w_per_accel_high', like.serverWPerAccelHigh),
    serverWBasis: null,
    scaleupGbSUnidir: same<number | null>('scaleup_gb_s_unidir', own.scaleupGbSUnidir, like.scaleupGbSUnidir),
    scaleupDomainSize: same<number | null>(
      'scaleup_domain_size',
      own.scaleupDomainSize,
      like.scaleupDomainSize,
    ),
    scaleoutGbitSPerAccel: same('scaleout_gbit_s_per_accel', undefined, like.scaleoutGbitSPerAccel),
    accelPerServer: same('accel_per_server', own.accelPerServer, like.accelPerServer),
    accelPerRackUnit: null,
    cooling: same<string>('cooling', own.cooling, like.cooling),
    priceUsdLow: price('price_usd_low', like.priceUsdLow),
    priceUsdHigh: price('price_usd_high', like.priceUsdHigh),
    priceBasis: own.priceUsd === undefined ? null : own.source,
    firstAvailability: same('first_availability', undefined, like.firstAvailability),
    source: own.source,
    grade: estimates.fields.length > 0 ? 'C' : 'B',
    estimatedFields: estimates.fields,
    notes: [own.note, estimates.notes].filter(Boolean).join(' ') || null,
  }
}

function ruleOfBf16(own: CustomAccelerator, like: AcceleratorRow): string {
  return own.fp8TflopsDense === undefined ? `as ${like.id} per TB/s of memory` : 'half of the given fp8'
}

function relativeOf(own: CustomAccelerator, rows: readonly AcceleratorRow[]): AcceleratorRow | undefined {
  const complete = rows.filter((row) => row.bf16TflopsDense !== null)
  if (own.likeId !== undefined) return complete.find((row) => row.id === own.likeId)
  const sameVendor = complete.filter((row) => nameKey(row.vendor) === nameKey(own.vendor))
  return nearest(
    sameVendor.length > 0 ? sameVendor : complete,
    (row) => [row.memBwTbS, row.memoryGb, row.bf16TflopsDense],
    [own.memBwTbS, own.memoryGb, own.bf16TflopsDense],
  )
}
