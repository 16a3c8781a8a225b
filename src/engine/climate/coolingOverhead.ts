import { AppFault } from '../../plan/fault.ts'

/** Heat to reject over IT power. */
export const HEAT = 1.03
/** Litres a tower takes per kWh of heat: evaporation at 2.44 MJ/kg, 90 % latent, 5 cycles of concentration. */
const TOWER_L_PER_KWH = (3.6 / 2.44) * 0.9 * (5 / 4)

/** Carnot share of a chiller between evaporator and condenser, deg C, at most `cap`. */
function cop(evaporatorC: number, condenserC: number, eta: number, cap: number): number {
  return Math.min(cap, (eta * (evaporatorC + 273.15)) / Math.max(condenserC - evaporatorC, 3))
}

/** Share of heat that outside air or water takes without a chiller: 1 below `fullC`, 0 above `fullC + bandC`. */
export function free(outsideC: number, fullC: number, bandC: number): number {
  return Math.min(1, Math.max(0, (fullC + bandC - outsideC) / bandC))
}

interface Overhead {
  /** Electrical kW of cooling per kW of IT. */
  readonly kwPerKwIt: number
  readonly litresPerKwhIt: number
}

function airRemainder(dryC: number): number {
  const f = free(dryC, 12, 8)
  return HEAT * (0.059 + 0.018 * f + (1 - f) / cop(18, dryC + 12, 0.42, 9))
}

function direct(dryC: number, outsideC: number, liquid: number, loopC: number, isTower: boolean): Overhead {
  const f = free(outsideC, loopC - (isTower ? 6 : 8), 4)
  const fan = isTower ? 0.009 : 0.014 * f
  const chiller = (1 - f) / cop(loopC - 2, outsideC + (isTower ? 10 : 12), 0.45, 12)
  return {
    kwPerKwIt: liquid * HEAT * (0.02 + fan + chiller) + (1 - liquid) * airRemainder(dryC),
    litresPerKwhIt: isTower ? liquid * HEAT * (1 + chiller) * TOWER_L_PER_KWH : 0,
  }
}

const dry = (kwPerKwIt: number): Overhead => ({ kwPerKwIt, litresPerKwhIt: 0 })

/** By technology id: overhead at a dry-bulb and a wet-bulb temperature. */
const TECHNOLOGIES: Readonly<Record<string, (dryC: number, wetC: number) => Overhead>> = {
  air_crah_aircooled_chiller: (d) => dry(HEAT * (0.057 + 1 / cop(12, d + 12, 0.42, 8))),
  air_crah_chiller_drycooler_econ: (d) => {
    const f = free(d, 10, 8)
    return dry(HEAT * (0.059 + 0.018 * f + (1 - f) / cop(18, d + 12, 0.42, 9)))
  },
  air_crah_wc_chiller_tower_wse: (_, w) => {
    const chiller = (1 - free(w, 12, 8)) / cop(18, w + 10, 0.55, 12)
    return { kwPerKwIt: HEAT * (0.077 + chiller), litresPerKwhIt: HEAT * (1 + chiller) * TOWER_L_PER_KWH }
  },
  direct_air_econ_adiabatic: (d, w) => {
    const f = free(w, 22, 4)
    const cooledC = d > 24 ? Math.min(d - 24, 0.85 * (d - w)) : 0
    return {
      kwPerKwIt: HEAT * (0.035 + (1 - f) / 3.5),
      litresPerKwhIt: ((HEAT * cooledC) / 12) * (3.6 / 2.44) * f,
    }
  },
  rdhx_chiller_drycooler_econ: (d) => {
    const f = free(d, 12, 8)
    return dry(HEAT * (0.033 + 0.018 * f + (1 - f) / cop(18, d + 12, 0.42, 9)))
  },
  dlc85_w32_drycooler_trim: (d) => direct(d, d, 0.85, 32, false),
  dlc85_w45_drycooler: (d) => direct(d, d, 0.85, 42, false),
  dlc85_w32_tower: (d, w) => direct(d, w, 0.85, 32, true),
  dlc100_w45_drycooler: (d) => direct(d, d, 1, 42, false),
  immersion_1p_drycooler: (d) => {
    const f = free(d, 30, 4)
    return dry(HEAT * (0.022 + 0.014 * f + (1 - f) / cop(36, d + 12, 0.45, 12)))
  },
  dlc85_w32_adiabatic_drycooler: (d, w) => {
    const cooledC = d > 24 ? 0.6 * (d - w) : 0
    const own = direct(d, d - cooledC, 0.85, 32, false)
    return { ...own, litresPerKwhIt: ((0.85 * HEAT * cooledC) / 12) * (3.6 / 2.44) }
  },
}

/** Ids of the technologies that have a formula. */
export const COOLING_IDS: readonly string[] = Object.keys(TECHNOLOGIES)

/** Cooling power and water of a technology at one hour's weather; unknown ids are faults. */
export function coolingOverhead(technologyId: string, dryBulbC: number, wetBulbC: number): Overhead {
  const technology = Object.hasOwn(TECHNOLOGIES, technologyId) ? TECHNOLOGIES[technologyId] : undefined
  if (!technology) {
    throw new AppFault('not-found', 'The cooling technology has no formula', [
      {
        path: 'facility.coolingTechnologyId',
        value: technologyId,
        expected: COOLING_IDS.join(', '),
      },
    ])
  }
  return technology(dryBulbC, wetBulbC)
}
