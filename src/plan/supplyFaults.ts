import type { InputFault } from './fault.ts'
import type { Plan } from './schema/plan.ts'

/** What layers 3 and 4 of a plan say against each other: ages, and training of what is not there. */
export function findSupplyFaults({ accelerators, sites, training }: Plan): InputFault[] {
  const faults: InputFault[] = []
  accelerators.forEach(({ refreshYears, resaleShare, lifeYears }, index) => {
    const path = `accelerators[${index}]`
    if (refreshYears !== undefined && refreshYears > lifeYears)
      faults.push({
        path: `${path}.refreshYears`,
        value: refreshYears,
        expected: `an age of at most the life, ${lifeYears} years`,
      })
    if (resaleShare !== undefined && refreshYears === undefined)
      faults.push({
        path: `${path}.resaleShare`,
        value: resaleShare,
        expected: 'a refreshYears at which to sell',
      })
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
    if (until !== undefined && until < from)
      faults.push({ path: `${path}.until`, value: until, expected: `a quarter from ${from} on` })
  })
  return faults
}
