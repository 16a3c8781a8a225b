import type { Inputs } from './derive/inputs.ts'
import { type Accelerators, declareAccelerators } from './layers/accelerators/accelerators.ts'
import { checkTraining } from './layers/accelerators/training.ts'
import { type Agents, declareAgents } from './layers/agents/agents.ts'
import { checkFixedLoad } from './layers/aidc/checkFixedLoad.ts'
import { declareFacilities, type Facilities } from './layers/aidc/facility.ts'
import { declareBudget } from './layers/allLayers/budget.ts'
import { declareHorizonCaps } from './layers/allLayers/horizonCaps.ts'
import { type Distribution, declareDistribution } from './layers/distribution/distribution.ts'
import { type Deployments, declareDeployments } from './layers/models/deployments.ts'
import { declareServing, type Serving } from './layers/models/serving.ts'
import { declarePower, type Power } from './layers/power/declarePower.ts'
import { Problem } from './problem/problem.ts'

/** The problem of a plan with the handles that its layers returned. */
export interface Formulation {
  readonly inputs: Inputs
  readonly problem: Problem
  readonly agents: Agents
  readonly distribution: Distribution
  readonly serving: Serving
  readonly deployments: Deployments
  readonly accelerators: Accelerators
  readonly facilities: Facilities
  readonly power: Power
}

/**
 * Agents hand tokens to distribution (along the routes that scheduling has found eligible, see `derive/`),
 * distribution hands flows to serving, serving hands work to accelerators, accelerators hand IT load to the
 * facility, and both hand megawatts to power. What all of them buy is held to the budget.
 */
export function formulate(inputs: Inputs): Formulation {
  checkFixedLoad(inputs)
  checkTraining(inputs)
  const problem = new Problem()
  const agents = declareAgents(problem, inputs)
  const distribution = declareDistribution(problem, inputs, agents)
  const serving = declareServing(problem, inputs, distribution)
  const deployments = declareDeployments(problem, inputs, serving)
  const accelerators = declareAccelerators(problem, inputs, serving, deployments)
  const facilities = declareFacilities(problem, inputs, accelerators)
  const power = declarePower(problem, inputs, accelerators, serving)
  declareBudget(problem, inputs, { accelerators, facilities, power })
  declareHorizonCaps(problem, inputs, { agents, distribution, power })
  return { inputs, problem, agents, distribution, serving, deployments, accelerators, facilities, power }
}
