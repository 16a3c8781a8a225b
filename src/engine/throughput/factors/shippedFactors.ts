import file from '../../../../resources/calibration/factors.json' with { type: 'json' }
import { Factors } from './factors.ts'

let shipped: Factors | undefined

/** The factors that `tokenworks throughput calibrate` last wrote into the product. */
export function shippedFactors(): Factors {
  shipped ??= Factors.parse(file)
  return shipped
}
