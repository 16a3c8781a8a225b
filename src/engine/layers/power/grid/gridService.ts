import { discountAt, horizonYears } from '../../../derive/periods.ts'
import type { Column, Row, Term } from '../../../problem/problem.ts'
import { type Charge, charge, onAdditions } from '../../allLayers/charge.ts'
import { keep, type PowerSite } from '../context.ts'
import { appliedLimitMw, flexibleLimitMw, gridLimitMw, mayApplyIn, standingMw } from './gridLimit.ts'

/** What the site holds of the grid. */
export interface GridService {
  /** [period] MW of new firm service contracted to date. */
  readonly contracted: readonly Column[]
  /** [period] MW in use of what the site brings; empty where it brings none. */
  readonly standing: readonly Column[]
  /** [period] whether the application for new service goes out (0 or 1); empty where its date is given. */
  readonly applied: readonly Column[]
  /** [period] MW of it given up to date; empty where the contract may not be left. */
  readonly released: readonly Column[]
  /** [period] MW of curtailable service; empty where there is none. */
  readonly flexible: readonly Column[]
  /** Whether the interconnection is studied (0 or 1); empty where that costs nothing. */
  readonly studied: readonly Column[]
  readonly charges: readonly Charge[]
}

/** Connection is paid a year before it is energised (deposit, study, works). */
export const CONNECTION_MONTHS = 12

/**
 * Grid service: firm and curtailable megawatts.
 *
 *   1. limit     contracted[t] <= grid limit of the period (queue and ramp) - what the site brings; standing[t] <= that;
 *                flexible[t] <= its own, from its own date
 *   2. monotone  contracted, released, flexible
 *   3. exit      released[t] <= contracted[t]; only where an exit fee is known
 *   4. study     contracted[T] + flexible[T] <= limit x studied (0 or 1)
 *   5. apply     where the date is a choice: contracted[t] <= sum_a limit of t after an application in a x applied[a];
 *                sum_a applied[a] <= 1
 *
 * Cost: connection and deposit per MW a year before it is energised, the deposit returned at the horizon without
 * interest; the study once; the exit fee per MW given up.
 */
export function declareGridService(power: PowerSite): GridService {
  const { problem, inputs, site, siteIndex } = power
  const { periods } = inputs
  const columns = (name: string, upper: (t: number) => number) =>
    periods.map((period, t) =>
      problem.variable(`${name}.${site.id}.${period.label}`, 'MW', { upper: upper(t) }),
    )
  const brought = standingMw(inputs, siteIndex)
  const contracted = columns('contracted', (t) => gridLimitMw(inputs, siteIndex, t) - brought)
  keep(power, 'contracted', 'MW', contracted)
  const standing = brought > 0 ? columns('standing', () => brought) : []
  if (brought > 0) keep(power, 'standing', 'MW', standing)
  const applied = site.power.applyFrom === undefined ? [] : declareApplication(power, contracted)
  const flexible = site.power.flexible
    ? columns('flexible', (t) => flexibleLimitMw(inputs, siteIndex, t))
    : []
  if (flexible.length > 0) keep(power, 'flexible', 'MW', flexible)
  const isLeavable = site.power.exitMusdPerMw !== undefined
  const released = isLeavable ? columns('released', (t) => gridLimitMw(inputs, siteIndex, t)) : []
  if (isLeavable) declareExit(power, contracted, released)
  const studied = site.power.studyMusd > 0 ? [declareStudy(power, contracted, flexible)] : []
  const service = { contracted, standing, applied, released, flexible, studied }
  return { ...service, charges: chargeService(power, service) }
}

function declareApplication(power: PowerSite, contracted: readonly Column[]): Column[] {
  const { problem, inputs, site, siteIndex } = power
  const applied = inputs.periods.map((period, t) =>
    problem.variable(`applied.${site.id}.${period.label}`, 'applications', {
      isInteger: true,
      upper: mayApplyIn(inputs, siteIndex, t) ? 1 : 0,
    }),
  )
  const once = applied.map((column): Term => [1, column])
  problem.atMost(`applied-once.${site.id}`, 'applications', once, 1)
  const brought = standingMw(inputs, siteIndex)
  inputs.periods.forEach((period, t) => {
    const after = applied.map((column, a): Term => {
      return [-(appliedLimitMw(inputs, siteIndex, t, a) - brought), column]
    })
    problem.atMost(`after-queue.${site.id}.${period.label}`, 'MW', [[1, contracted[t]!], ...after], 0)
  })
  return applied
}

/** Firm MW held in a period. */
export function heldTerms({ contracted, standing, released }: GridService, t: number): Term[] {
  const held: Term[] = [[1, contracted[t]!]]
  const brought = standing[t]
  if (brought !== undefined) held.push([1, brought])
  const left = released[t]
  if (left !== undefined) held.push([-1, left])
  return held
}

/** Curtailable MW in a period, at a share of it. */
export function flexibleTerms({ flexible }: GridService, t: number, share: number): Term[] {
  const column = flexible[t]
  return column === undefined ? [] : [[share, column]]
}

function declareExit(power: PowerSite, contracted: readonly Column[], released: readonly Column[]): Row[] {
  keep(power, 'released', 'MW', released)
  return power.inputs.periods.map((period, t) =>
    power.problem.atMost(
      `released-held.${power.site.id}.${period.label}`,
      'MW',
      [
        [1, released[t]!],
        [-1, contracted[t]!],
      ],
      0,
    ),
  )
}

function chargeService(power: PowerSite, service: Omit<GridService, 'charges'>): Charge[] {
  const { problem, inputs, site } = power
  const { plan, periods } = inputs
  const { connectionMusdPerMw, depositMusdPerMw, exitMusdPerMw, studyMusd } = site.power
  const charges: Charge[] = []
  const monthsEarlier = plan.finance.capitalPaid === 'at-order' ? CONNECTION_MONTHS : 0
  const paidEarlier = periods.map((period) => discountAt(plan, period, monthsEarlier))
  const both = (musdEach: readonly number[]) => {
    const firm = onAdditions(service.contracted, musdEach)
    if (service.flexible.length === 0) return firm
    const flexible = onAdditions(service.flexible, musdEach)
    return firm.map((terms, t) => [...terms, ...flexible[t]!])
  }
  charges.push(
    charge(problem, 'Grid connection', both(paidEarlier.map((discount) => connectionMusdPerMw * discount))),
  )
  if (depositMusdPerMw > 0) {
    const returned = (1 + plan.finance.discountRatePerYear) ** -horizonYears(periods)
    const interest = paidEarlier.map((discount) => depositMusdPerMw * (discount - returned))
    charges.push(charge(problem, 'Interest lost on the grid deposit', both(interest)))
  }
  if (exitMusdPerMw !== undefined) {
    const fee = periods.map((period) => exitMusdPerMw * period.discount)
    charges.push(charge(problem, 'Grid exit fee', onAdditions(service.released, fee)))
  }
  if (site.power.applicationMusd > 0 && service.applied.length > 0) {
    const fee = periods.map((period, t): Term[] => [
      [site.power.applicationMusd * period.discount, service.applied[t]!],
    ])
    charges.push(charge(problem, 'Grid application', fee))
  }
  const [studied] = service.studied
  if (studied !== undefined) {
    const once = periods.map((_, t): Term[] => (t === 0 ? [[studyMusd, studied]] : []))
    charges.push(charge(problem, 'Interconnection study', once))
  }
  return charges
}

/** The interconnection study is paid once, at the start, by a site that contracts anything. */
function declareStudy(
  { problem, inputs, site, siteIndex }: PowerSite,
  contracted: readonly Column[],
  flexible: readonly Column[],
): Column {
  const last = inputs.periods.length - 1
  const studied = problem.variable(`studied.${site.id}`, 'studies', { isInteger: true, upper: 1 })
  const most = gridLimitMw(inputs, siteIndex, last) + flexibleLimitMw(inputs, siteIndex, last)
  const taken: Term[] = [[1, contracted[last]!]]
  const curtailable = flexible[last]
  if (curtailable !== undefined) taken.push([1, curtailable])
  problem.atMost(`studied-first.${site.id}`, 'MW', [...taken, [-most, studied]], 0)
  return studied
}
