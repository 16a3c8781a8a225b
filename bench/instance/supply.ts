import type { PlanInput } from '../../src/plan/schema/plan.ts'
import type { Draw } from './draw.ts'

/** Row of the accelerators catalog with what a buyer sees: accelerators and kW a unit, USD, quarter on sale. */
type Hardware = readonly [
  rowId: string,
  accel: number,
  itKw: number,
  usd: number,
  from: string,
  until?: string,
]

/** Round list prices and nameplates of loaded servers and racks (estimates); the instance draws around them. */
const HARDWARE: readonly Hardware[] = [
  ['nvidia-h200-sxm', 8, 10.2, 330_000, '2026Q1', '2029Q4'],
  ['nvidia-b200-sxm', 8, 14.3, 520_000, '2026Q1', '2030Q4'],
  ['nvidia-b300-sxm', 8, 14.4, 680_000, '2026Q1'],
  ['nvidia-gb300-nvl72', 72, 132, 6_500_000, '2026Q3'],
  ['amd-mi300x', 8, 10, 230_000, '2026Q1', '2029Q2'],
  ['amd-mi355x', 8, 14, 420_000, '2026Q2'],
  ['nvidia-gb200-nvl72', 72, 120, 5_200_000, '2026Q1', '2030Q2'],
  ['amd-mi325x', 8, 11, 300_000, '2026Q1', '2030Q1'],
  ['nvidia-h100-sxm', 8, 10.2, 260_000, '2026Q1', '2028Q4'],
  ['intel-gaudi-3', 8, 9, 160_000, '2026Q1', '2030Q4'],
  ['nvidia-rtx-pro-6000-blackwell-se', 8, 6, 95_000, '2026Q1'],
  ['nvidia-l40s', 8, 4, 85_000, '2026Q1', '2029Q4'],
]

/** Price, its decline, lead time and supply vary by seed; `megawatts` is what the whole estate may hold. */
export function drawAccelerators(draw: Draw, count: number, megawatts: number): PlanInput['accelerators'] {
  return HARDWARE.slice(0, count).map(([rowId, accel, itKw, usd, from, until]) => ({
    id: rowId,
    catalogAcceleratorId: rowId,
    accelPerUnit: accel,
    unitItKw: itKw,
    priceUsdPerUnit: Math.round(usd * draw.between(0.85, 1.15)),
    priceChangePerYear: draw.between(-0.18, -0.06),
    cooling: accel > 8 ? ('liquid' as const) : ('air' as const),
    leadMonths: draw.oneOf([3, 6, 9]),
    // Each kind alone could fill the estate in ten quarters or so: supply binds while demand starts.
    supplyUnitsPerPeriod: Math.max(4, Math.round((draw.between(0.06, 0.16) * megawatts * 1000) / itKw)),
    onSaleFrom: from,
    ...(until === undefined ? {} : { onSaleUntil: until }),
  }))
}

/** Row of the models catalog and quality relative to the reference (estimates). */
const MODELS: readonly (readonly [rowId: string, quality: number])[] = [
  ['gpt-oss-20b', 0.55],
  ['gpt-oss-120b', 0.78],
  ['deepseek-v4-flash', 0.88],
  ['qwen3-30b-a3b', 0.6],
  ['qwen3-235b-a22b', 0.84],
  ['glm-4.5-air', 0.76],
  ['minimax-m2.5', 0.86],
  ['qwen3.5-122b-a10b', 0.8],
  ['glm-4.6', 0.87],
  ['llama-4-scout', 0.62],
  ['llama-4-maverick', 0.74],
  ['gemma-4-26b-a4b', 0.58],
  ['qwen3.5-397b-a17b', 0.89],
  ['nemotron-3-super-120b-a12b', 0.81],
  ['deepseek-v3.2', 0.88],
]

export function listModels(count: number): PlanInput['models'] {
  return MODELS.slice(0, count).map(([rowId, quality]) => ({ id: rowId, catalogModelId: rowId, quality }))
}

/** Compute leased by the hour and for a year: dearer than owning, and never enough for all. */
export function drawLeases(draw: Draw, megawatts: number): NonNullable<PlanInput['distribution']['leases']> {
  const limit = (share: number) => Math.round((megawatts * 1000 * share) / 1.8)
  return [
    {
      id: 'on-demand',
      name: 'H200 by the hour',
      acceleratorId: 'nvidia-h200-sxm',
      usdPerAccelH: draw.between(5, 7.5),
      priceChangePerYear: draw.between(-0.12, -0.02),
      limitAccel: limit(0.25),
      residencyZones: ['us', 'eu'],
      rttMs: 40,
    },
    {
      id: 'reserved',
      name: 'B200 for a year',
      acceleratorId: 'nvidia-b200-sxm',
      usdPerAccelH: draw.between(4, 5.5),
      termQuarters: 4,
      priceChangePerYear: draw.between(-0.12, -0.02),
      limitAccel: limit(0.15),
      residencyZones: ['us', 'eu', 'apac'],
      rttMs: 60,
    },
  ]
}
