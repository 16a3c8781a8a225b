import type { Inputs, ServingSpeed } from '../../derive/inputs.ts'

/** USD per million tokens that the model behind a speed costs. */
export function royaltyUsdPerMTok({ plan }: Inputs, { modelId }: ServingSpeed): number {
  const of = (id: string) => plan.models.find((model) => model.id === id)?.royaltyUsdPerMTok ?? 0
  const service = plan.routing.services.find((own) => own.id === modelId)
  if (!service) return of(modelId)
  const weakShare = service.kind === 'router' ? 1 - service.strongShare : 1
  return service.strongShare * of(service.strongModelId) + weakShare * of(service.weakModelId)
}

/**
 * The least royalty of a class at a site, over the accelerators that can serve it. It is paid on the tokens that
 * flow; what a dearer model costs above it, on the units that run that model.
 */
export function leastRoyaltyUsdPerMTok(inputs: Inputs, classIndex: number): number {
  const able = inputs.speed[classIndex]!.filter((speed) => speed.mTokSPerUnit > 0)
  return able.length === 0 ? 0 : Math.min(...able.map((speed) => royaltyUsdPerMTok(inputs, speed)))
}
