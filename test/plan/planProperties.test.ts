import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalPlanText } from '../../src/plan/canonicalPlan.ts'
import { AppFault } from '../../src/plan/fault.ts'
import { migratePlan } from '../../src/plan/migrate/migratePlan.ts'
import { readPlan, readPlanText } from '../../src/plan/readPlan.ts'
import { type PlanInput, SCHEMA_VERSION } from '../../src/plan/schema/plan.ts'
import { arbitraryPlan, withKeysTurned } from '../fixtures/arbitraryPlan.ts'

test('a plan that was read and written is read as the same plan', () => {
  fc.assert(
    fc.property(arbitraryPlan, (document) => {
      const plan = readPlan(document)
      expect(readPlanText(JSON.stringify(plan, null, 2))).toEqual(plan)
    }),
  )
})

test('the canonical text is one per plan, whatever the order of keys or its name, and reads as the plan', () => {
  fc.assert(
    fc.property(arbitraryPlan, fc.string({ minLength: 1 }), (document, otherName) => {
      const plan = readPlan(document)
      const text = canonicalPlanText(plan)
      expect(canonicalPlanText(readPlan(withKeysTurned(document)))).toBe(text)
      expect(canonicalPlanText({ ...plan, id: 'other', name: otherName, description: otherName })).toBe(text)
      const { id, name, description } = plan
      expect(readPlan({ ...(JSON.parse(text) as object), id, name, description })).toEqual(plan)
    }),
  )
})

test('plans that differ in one figure have different canonical texts', () => {
  fc.assert(
    fc.property(arbitraryPlan, fc.nat(1e9), (document, units) => {
      const plan = readPlan(document)
      const [first, ...rest] = plan.demand
      fc.pre(first !== undefined && first.unitsEnd !== units)
      const other = { ...plan, demand: [{ ...first!, unitsEnd: units }, ...rest] }
      expect(canonicalPlanText(other)).not.toBe(canonicalPlanText(plan))
    }),
  )
})

/** A plan as version 0 wrote it: no version, `agents`, the grid limit in kW. */
function toVersion0({ schemaVersion: _, demand, sites, ...rest }: PlanInput): Record<string, unknown> {
  return {
    ...rest,
    agents: demand,
    sites: sites.map(({ power: { gridLimitMw, ...power }, ...site }) => ({
      ...site,
      power: { ...power, gridLimitKw: gridLimitMw * 1000 },
    })),
  }
}

test('a document of version 0 is read as the plan of today', () => {
  fc.assert(
    fc.property(arbitraryPlan, (document) => {
      expect(readPlan(toVersion0(document))).toEqual(readPlan(document))
    }),
  )
})

test('migration changes nothing in a document of today, nor the one it was given', () => {
  fc.assert(
    fc.property(arbitraryPlan, (document) => {
      expect(migratePlan(document, SCHEMA_VERSION)).toEqual(document)
      const old = toVersion0(document)
      const before = structuredClone(old)
      migratePlan(old, SCHEMA_VERSION)
      expect(old).toEqual(before)
    }),
  )
})

test('a version after ours is refused as such, whatever else the document holds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: SCHEMA_VERSION + 1 }),
      fc.dictionary(fc.string(), fc.jsonValue()),
      (version, rest) => {
        expect(codeOf({ ...rest, schemaVersion: version })).toBe('newer-version')
      },
    ),
  )
})

/** How reading ends: the code of its fault, or null. Whatever is no AppFault is a bug and passes through. */
function codeOf(document: unknown): string | null {
  try {
    readPlan(document)
    return null
  } catch (error) {
    if (!(error instanceof AppFault)) throw error
    expect(error.faults.length).toBeGreaterThan(0)
    for (const fault of error.faults) expect([fault.path, fault.expected]).not.toContain('')
    return error.code
  }
}

test('any JSON at all is a plan or has named faults', () => {
  fc.assert(fc.property(fc.jsonValue(), (document) => void codeOf(document)))
})

test('a plan with one place overwritten by any JSON is a plan or has named faults', () => {
  fc.assert(
    fc.property(arbitraryPlan, fc.nat(), fc.jsonValue(), (document, place, value) => {
      codeOf(overwrite(document, place, value))
    }),
    { numRuns: 300 },
  )
})

/** A copy with the value at the n-th place, counted through all depths, replaced. */
function overwrite(document: unknown, place: number, value: unknown): unknown {
  const copy: unknown = structuredClone(document)
  const holders: (readonly [object, string])[] = []
  const visit = (own: unknown): void => {
    if (typeof own !== 'object' || own === null) return
    for (const [key, inner] of Object.entries(own)) {
      holders.push([own, key])
      visit(inner)
    }
  }
  visit(copy)
  const [holder, key] = holders[place % holders.length]!
  Reflect.set(holder, key, value)
  return copy
}
