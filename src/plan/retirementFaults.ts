import type { InputFault } from './fault.ts'
import type { PlanAccelerator } from './schema/supply.ts'

/** Ages at which an accelerator leaves service: in order, none beyond its life, shares of the price that fit them. */
export function findRetirementFaults(own: PlanAccelerator, path: string): InputFault[] {
  const { lifeYears, refreshYears, resaleShare, retireAtYears, retireResaleShares } = own
  const faults: InputFault[] = []
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
  const last = refreshYears ?? lifeYears
  retireAtYears.forEach((years, index) => {
    const before = retireAtYears[index - 1]
    if (years < last && (before === undefined || years > before)) return
    faults.push({
      path: `${path}.retireAtYears[${index}]`,
      value: years,
      expected: `ages in rising order, each below the age at which units leave anyway, ${last} years`,
    })
  })
  if (retireResaleShares.length > 0 && retireResaleShares.length !== retireAtYears.length)
    faults.push({
      path: `${path}.retireResaleShares`,
      value: retireResaleShares.length,
      expected: `one share for each age of retireAtYears, ${retireAtYears.length}, or none for book values`,
    })
  return faults
}
