import type { Redundancies } from '../../plan/schema/site.ts'
import type { CoolingDuty } from '../climate/coolingDuty.ts'

/** What a kind of equipment must carry for a site's IT load. */
export interface TrainPart {
  /** Row of the equipment catalog. */
  readonly equipmentId: string
  readonly purpose: string
  /** In the row's unit: kW, kVA or kW of heat. */
  readonly load: number
  readonly scheme: string
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
 * Cooling machines are sized for the heat at the ASHRAE 0.4 % day.
 */
export function listTrainParts({ itKw, pueDesign, duty, rules }: Sizing): TrainPart[] {
  const criticalKw = itKw * pueDesign
  const kva = criticalKw / rules.powerFactor
  const electrical: TrainPart[] = [
    ...(kva >= HIGH_VOLTAGE_FROM_KVA
      ? [
          {
            equipmentId: 'xfmr_hv_100',
            purpose: 'Grid transformer',
            load: kva,
            scheme: rules.transformers,
          },
        ]
      : []),
    {
      equipmentId: 'swgr_mv',
      purpose: 'Medium-voltage switchgear',
      load: criticalKw,
      scheme: rules.switchgear,
    },
    {
      equipmentId: 'xfmr_mv_3',
      purpose: 'Medium-voltage transformer',
      load: kva,
      scheme: rules.transformers,
    },
    {
      equipmentId: 'gen_3000',
      purpose: 'Standby generator',
      load: criticalKw * rules.generatorShare,
      scheme: rules.generators,
    },
    { equipmentId: 'ups_1875', purpose: 'UPS', load: itKw, scheme: rules.ups },
  ]
  const heat = (equipmentId: string, purpose: string, kwPerKwIt: number): TrainPart => ({
    equipmentId,
    purpose,
    load: itKw * kwPerKwIt,
    scheme: rules.cooling,
  })
  const cooling = [
    heat('cdu_1300', 'Coolant distribution unit', duty.cdu),
    heat('crah_200', 'Air handler', duty.airHandler),
    heat('chiller_ac_1500', 'Chiller', duty.chiller),
    heat('drycooler_1500', 'Dry cooler', duty.dryCooler),
    heat('tower_3500', 'Cooling tower', duty.tower),
  ]
  return [...electrical, ...cooling].filter((part) => part.load > 0)
}
