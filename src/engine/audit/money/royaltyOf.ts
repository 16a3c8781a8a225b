import type { Plan } from '../../../plan/schema/plan.ts'

/** USD per million tokens of a model, or of a pair of models behind one service. */
export function royaltyOf(plan: Plan, modelId: string): number {
  const own = plan.models.find((model) => model.id === modelId)
  if (own) return own.royaltyUsdPerMTok
  const pair = plan.routing.services.find((service) => service.id === modelId)
  if (!pair) return 0
  const strongUsd = royaltyOf(plan, pair.strongModelId)
  const weakUsd = royaltyOf(plan, pair.weakModelId)
  const both = pair.strongShare * (strongUsd - weakUsd) + weakUsd
  return pair.kind === 'cascade' ? both + pair.strongShare * weakUsd : both
}
