import { deriveInputs } from '../../../engine/derive/deriveInputs.ts'
import { perPlan } from './perPlan.ts'

/** The constants of a plan's problem, derived once for all that the screens show of them; throws where they cannot be. */
export const inputsOf = perPlan(deriveInputs)
