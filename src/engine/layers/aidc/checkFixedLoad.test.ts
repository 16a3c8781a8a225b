import { expect, test } from 'vitest'
import { powerInputs } from '../../../../test/fixtures/powerSite.ts'
import { AppFault } from '../../../plan/fault.ts'
import type { Inputs } from '../../derive/inputs.ts'
import { formulate } from '../../formulate.ts'

function withFacility(change: Partial<Inputs['plan']['sites'][number]['facility']>): Inputs {
  const inputs = powerInputs({ itMw: [10, 20] })
  const sites = inputs.plan.sites.map((site) => ({ ...site, facility: { ...site.facility, ...change } }))
  return { ...inputs, plan: { ...inputs.plan, sites } }
}

test('a load before its rooms is named by its quarter and what they can carry', () => {
  try {
    formulate(withFacility({ existingItMw: 10, maxItMw: 30, earliest: '2027Q2' }))
    throw new Error('no fault')
  } catch (error) {
    const [fault] = (error as AppFault).faults
    expect(fault).toMatchObject({ path: 'sites[0].facility.fixedItMwByPeriod[1]', value: 20 })
    expect(fault!.expected).toContain('at most 10 MW')
  }
})

test('crews and cooling count; a load that fits is none of it', () => {
  const growing = { existingItMw: 8, maxItMw: 30, earliest: '2026Q4', moduleItMw: 2 }
  expect(() => formulate(withFacility({ ...growing, maxPhasesPerQuarter: 1 }))).toThrow(AppFault)
  expect(() => formulate(withFacility({ ...growing, coolingLimitItMw: 12 }))).toThrow(AppFault)
  expect(() => formulate(withFacility(growing))).not.toThrow()
})
