import type { Redundancies } from '../../plan/schema/site.ts'
import type { CoolingDuty } from '../climate/coolingDuty.ts'

/** Row of the equipment catalog by which standby generation is counted. */
export const STANDBY_GENERATOR = 'gen_3000'

/** What a kind of equipment must carry for a site's IT load. */
export interface TrainPart {
  /** Row of the equipment catalog. */
  readonly equipmentId: string
  readonly purpose: string
  /** In the row's unit: kW, kVA or kW of heat. */
  readonly load: number
  readonly scheme: string
  /** Which rule of the site's redundancy the scheme is. */
  readonly rule: 'transformers' | 'switchgear' | 'generators' | 'ups' | 'cooling'
  /** What the IT load is multiplied by to make the load. */
  readonly factors: readonly LoadFactor[]
}

export interface LoadFactor {
  readonly kind: 'pueDesign' | 'powerFactor' | 'generatorShare' | 'heat'
  /** A power factor divides. */
  readonly value: number
}

interface Sizing {
  readonly itKw: number
  /** Facility over IT at design conditions. */
  readonly pueDesign: number
  readonly duty: CoolingDuty
  readonly rules: Redundancies
}

/** Loads below this are served by the mains directly: no transformer of their own from high voltage. */
const HIGH_VOLTAGE_FROM_KVA = 20_000

/**
 * Electrical and cooling train of one site: from the grid's transformer down to the racks, then from the racks out.
 * Cooling machines are sized for the heat at the design day of the site's weather.
 *
 *   transformers  IT x PUE / power factor     switchgear  IT x PUE        generators  IT x PUE x their share
 *   UPS           IT                          cooling     IT x kW of heat that the machine moves per kW of IT
 */
export function listTrainParts({ itKw, pueDesign, duty, rules }: Sizing): TrainPart[] {
  const pue: LoadFactor = { kind: 'pueDesign', value: pueDesign }
  const apparent: LoadFactor = { kind: 'powerFactor', value: rules.powerFactor }
  const share: LoadFactor = { kind: 'generatorShare', value: rules.generatorShare }
  const part = (
    equipmentId: string,
    purpose: string,
    rule: TrainPart['rule'],
    factors: readonly LoadFactor[],
  ): TrainPart => {
    return { equipmentId, purpose, rule, scheme: rules[rule], factors, load: loadOf(itKw, factors) }
  }
  const heat = (equipmentId: string, purpose: string, value: number): TrainPart =>
    part(equipmentId, purpose, 'cooling', [{ kind: 'heat', value }])
  const isHigh = loadOf(itKw, [pue, apparent]) >= HIGH_VOLTAGE_FROM_KVA
  return [
    ...(isHigh ? [part('xfmr_hv_100', 'Grid transformer', 'transformers', [pue, apparent])] : []),
    part('swgr_mv', 'Medium-voltage switchgear', 'switchgear', [pue]),
    part('xfmr_mv_3', 'Medium-voltage transformer', 'transformers', [pue, apparent]),
    part(STANDBY_GENERATOR, 'Standby generator', 'generators', [pue, share]),
    part('ups_1875', 'UPS', 'ups', []),
    heat('cdu_1300', 'Coolant distribution unit', duty.cdu),
    heat('crah_200', 'Air handler', duty.airHandler),
    heat('chiller_ac_1500', 'Chiller', duty.chiller),
    heat('drycooler_1500', 'Dry cooler', duty.dryCooler),
    heat('tower_3500', 'Cooling tower', duty.tower),
  ].filter((own) => own.load > 0)
}

/** In the unit of the equipment, for an IT load in kW. */
export function loadOf(itKw: number, factors: readonly LoadFactor[]): number {
  return factors.reduce(
    (load, { kind, value }) => (kind === 'powerFactor' ? load / value : load * value),
    itKw,
  )
}
