import type { ModelRow } from '../../../plan/catalog/modelRows.ts'
import type { Speculation } from '../query.ts'

/** Three drafted tokens a step yield 2.5, as InferenceX accepts for DeepSeek with its own draft layer (grade C for others). */
const USUAL: Speculation = { draftTokens: 3, acceptedLength: 2.49 }
/** And 3.0 for GLM-5. */
const GLM: Speculation = { draftTokens: 3, acceptedLength: 2.99 }

/** Drafting that the name of the software tells of, as in `trtllm-mtp`; of a model that can. */
export function speculationNamed(software: string | undefined, model: ModelRow): Speculation | undefined {
  if (software === undefined || !/\b(mtp|eagle\d*|spec(ulative)?|draft(ing)?)\b/i.test(software))
    return undefined
  return model.mtpLayers > 0 || /eagle|spec|draft/i.test(software) ? usualOf(model) : undefined
}

function usualOf({ id }: ModelRow): Speculation {
  return id.startsWith('glm-5') ? GLM : USUAL
}
