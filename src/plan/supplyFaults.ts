import { lastMonthNumber, monthNumber } from './calendar.ts'
import type { InputFault } from './fault.ts'
import { findMarketFaults } from './marketFaults.ts'
import { findRetirementFaults } from './retirementFaults.ts'
import type { Plan } from './schema/plan.ts'

/** What parts of a plan say against each other: ages, training of what is not there, an objective without prices. */
export function findSupplyFaults(plan: Plan): InputFault[] {
  const { accelerators, sites, training } = plan
  const faults = objectiveFaults(plan)
  accelerators.forEach((own, index) => {
    faults.push(...findRetirementFaults(own, `accelerators[${index}]`))
  })
  training.forEach(({ siteId, acceleratorId, from, until }, index) => {
    const path = `training[${index}]`
    if (!sites.some((site) => site.id === siteId))
      faults.push({ path: `${path}.siteId`, value: siteId, expected: 'the id of a site of this plan' })
    if (!accelerators.some((own) => own.id === acceleratorId))
      faults.push({
        path: `${path}.acceleratorId`,
        value: acceleratorId,
        expected: 'the id of an accelerator of this plan',
      })
    if (until !== undefined && lastMonthNumber(until) < monthNumber(from))
      faults.push({ path: `${path}.until`, value: until, expected: `a quarter or month from ${from} on` })
  })
  return [...faults, ...findMarketFaults(plan)]
}

function objectiveFaults({ finance, distribution, routing }: Plan): InputFault[] {
  if (finance.objective !== 'margin') return []
  const path = 'finance.objective'
  if (!distribution.sellPrices.tokens)
    return [{ path, value: 'margin', expected: 'distribution.sellPrices.tokens, or the objective `cost`' }]
  return routing.mustServe
    ? [{ path, value: 'margin', expected: 'routing.mustServe false, since what does not pay is not served' }]
    : []
}
