import { AppFault } from '../../plan/fault.ts'
import { free, HEAT } from './coolingOverhead.ts'

/** Heat that each kind of machine must move, kW per kW of IT, at one weather. */
export interface CoolingDuty {
  /** To liquid, through distribution units. */
  readonly cdu: number
  /** To air, through air handlers. */
  readonly airHandler: number
  readonly chiller: number
  readonly dryCooler: number
  readonly tower: number
}

type Duty = (dryC: number, wetC: number) => CoolingDuty

/** A tower also rejects the work of its chiller, about a sixth of the heat that the chiller moves. */
const CHILLER_WORK = 1 / 6
const NONE: CoolingDuty = { cdu: 0, airHandler: 0, chiller: 0, dryCooler: 0, tower: 0 }

/** Heat to air of halls that are mostly liquid-cooled: dry coolers up to 12 deg C, chillers above 20. */
const airRest = (share: number, dryC: number): number => share * HEAT * (1 - free(dryC, 12, 8))

/** Direct liquid cooling on a loop: dry coolers carry all of its heat, a chiller what they cannot cool enough. */
const liquid =
  (share: number, loopC: number): Duty =>
  (dryC) => {
    const trim = share * HEAT * (1 - free(dryC, loopC - 8, 4))
    const air = (1 - share) * HEAT
    return {
      ...NONE,
      cdu: share * HEAT,
      airHandler: air,
      chiller: trim + airRest(1 - share, dryC),
      dryCooler: share * HEAT + air,
    }
  }

/** By technology id, from the same free-cooling limits as the overhead. */
const DUTIES: Readonly<Record<string, Duty>> = {
  air_crah_aircooled_chiller: () => ({ ...NONE, airHandler: HEAT, chiller: HEAT }),
  air_crah_chiller_drycooler_econ: (d) => ({
    ...NONE,
    airHandler: HEAT,
    chiller: HEAT * (1 - free(d, 10, 8)),
    dryCooler: HEAT,
  }),
  air_crah_wc_chiller_tower_wse: (_, w) => {
    const chiller = HEAT * (1 - free(w, 12, 8))
    return { ...NONE, airHandler: HEAT, chiller, tower: HEAT + chiller * CHILLER_WORK }
  },
  direct_air_econ_adiabatic: (_, w) => ({ ...NONE, airHandler: HEAT, chiller: HEAT * (1 - free(w, 22, 4)) }),
  rdhx_chiller_drycooler_econ: (d) => ({
    ...NONE,
    cdu: HEAT,
    chiller: HEAT * (1 - free(d, 12, 8)),
    dryCooler: HEAT,
  }),
  dlc85_w32_drycooler_trim: liquid(0.85, 32),
  dlc85_w45_drycooler: liquid(0.85, 42),
  dlc85_w32_tower: (d, w) => {
    const trim = 0.85 * HEAT * (1 - free(w, 26, 4))
    return {
      cdu: 0.85 * HEAT,
      airHandler: 0.15 * HEAT,
      chiller: trim + airRest(0.15, d),
      dryCooler: 0.15 * HEAT,
      tower: 0.85 * HEAT + trim * CHILLER_WORK,
    }
  },
  dlc100_w45_drycooler: liquid(1, 42),
  immersion_1p_drycooler: (d) => ({
    ...NONE,
    cdu: HEAT,
    chiller: HEAT * (1 - free(d, 30, 4)),
    dryCooler: HEAT,
  }),
  dlc85_w32_adiabatic_drycooler: (d, w) => liquid(0.85, 32)(d > 24 ? d - 0.6 * (d - w) : d, w),
}

/** What the machines of a technology must carry at a dry-bulb and a wet-bulb temperature; unknown ids are faults. */
export function coolingDuty(technologyId: string, dryBulbC: number, wetBulbC: number): CoolingDuty {
  const duty = Object.hasOwn(DUTIES, technologyId) ? DUTIES[technologyId] : undefined
  if (!duty) {
    const expected = Object.keys(DUTIES).join(', ')
    throw new AppFault('not-found', 'The cooling technology has no formula', [
      { path: 'facility.coolingTechnologyId', value: technologyId, expected },
    ])
  }
  return duty(dryBulbC, wetBulbC)
}
