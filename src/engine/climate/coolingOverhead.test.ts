import { expect, test } from 'vitest'
import { coolingOverhead } from './coolingOverhead.ts'

/** Computed apart from this code, in Python, from the formulas of the design: kW per kW of IT and litres per kWh. */
const EXPECTED = [
  ['air_crah_aircooled_chiller', -5, -6, 0.18746, 0.0],
  ['air_crah_chiller_drycooler_econ', -5, -6, 0.07931, 0.0],
  ['air_crah_wc_chiller_tower_wse', -5, -6, 0.07931, 1.709631148],
  ['direct_air_econ_adiabatic', -5, -6, 0.03605, 0.0],
  ['rdhx_chiller_drycooler_econ', -5, -6, 0.05253, 0.0],
  ['dlc85_w32_drycooler_trim', -5, -6, 0.0416635, 0.0],
  ['dlc85_w45_drycooler', -5, -6, 0.0416635, 0.0],
  ['dlc85_w32_tower', -5, -6, 0.037286, 1.453186475],
  ['dlc100_w45_drycooler', -5, -6, 0.03502, 0.0],
  ['immersion_1p_drycooler', -5, -6, 0.03708, 0.0],
  ['dlc85_w32_adiabatic_drycooler', -5, -6, 0.0416635, 0.0],
  ['air_crah_aircooled_chiller', 14, 11, 0.18746, 0.0],
  ['air_crah_chiller_drycooler_econ', 14, 11, 0.127262222, 0.0],
  ['air_crah_wc_chiller_tower_wse', 14, 11, 0.07931, 1.709631148],
  ['direct_air_econ_adiabatic', 14, 11, 0.03605, 0.0],
  ['rdhx_chiller_drycooler_econ', 14, 11, 0.076506111, 0.0],
  ['dlc85_w32_drycooler_trim', 14, 11, 0.045259917, 0.0],
  ['dlc85_w45_drycooler', 14, 11, 0.045259917, 0.0],
  ['dlc85_w32_tower', 14, 11, 0.040882417, 1.453186475],
  ['dlc100_w45_drycooler', 14, 11, 0.03502, 0.0],
  ['immersion_1p_drycooler', 14, 11, 0.03708, 0.0],
  ['dlc85_w32_adiabatic_drycooler', 14, 11, 0.045259917, 0.0],
  ['air_crah_aircooled_chiller', 26.5, 19, 0.286618453, 0.0],
  ['air_crah_chiller_drycooler_econ', 26.5, 19, 0.233443225, 0.0],
  ['air_crah_wc_chiller_tower_wse', 26.5, 19, 0.154414167, 1.834291752],
  ['direct_air_econ_adiabatic', 26.5, 19, 0.03605, 0.316598361],
  ['rdhx_chiller_drycooler_econ', 26.5, 19, 0.206663225, 0.0],
  ['dlc85_w32_drycooler_trim', 26.5, 19, 0.102721817, 0.0],
  ['dlc85_w45_drycooler', 26.5, 19, 0.064783484, 0.0],
  ['dlc85_w32_tower', 26.5, 19, 0.060405984, 1.453186475],
  ['dlc100_w45_drycooler', 26.5, 19, 0.03502, 0.0],
  ['immersion_1p_drycooler', 26.5, 19, 0.03708, 0.0],
  ['dlc85_w32_adiabatic_drycooler', 26.5, 19, 0.064783484, 0.484395492],
  ['air_crah_aircooled_chiller', 36, 25, 0.368321483, 0.0],
  ['air_crah_chiller_drycooler_econ', 36, 25, 0.313462525, 0.0],
  ['air_crah_wc_chiller_tower_wse', 36, 25, 0.188656947, 1.891129154],
  ['direct_air_econ_adiabatic', 36, 25, 0.256764286, 0.296019467],
  ['rdhx_chiller_drycooler_econ', 36, 25, 0.286682525, 0.0],
  ['dlc85_w32_drycooler_trim', 36, 25, 0.180049748, 0.0],
  ['dlc85_w45_drycooler', 36, 25, 0.107137045, 0.0],
  ['dlc85_w32_tower', 36, 25, 0.072408879, 1.453186475],
  ['dlc100_w45_drycooler', 36, 25, 0.070726667, 0.0],
  ['immersion_1p_drycooler', 36, 25, 0.11150576, 0.0],
  ['dlc85_w32_adiabatic_drycooler', 36, 25, 0.137692279, 0.710446721],
] as const

test.each(EXPECTED)('%s at %d deg C dry and %d wet', (id, dryC, wetC, kwPerKwIt, litresPerKwhIt) => {
  const own = coolingOverhead(id, dryC, wetC)
  expect(own.kwPerKwIt).toBeCloseTo(kwPerKwIt, 8)
  expect(own.litresPerKwhIt).toBeCloseTo(litresPerKwhIt, 8)
})
