import type { Field } from '../../../grid/field.ts'
import { choice } from './commonFields.ts'

export const PLAN_FIELDS: readonly Field[] = [
  { path: 'name', head: 'Name', kind: 'text' },
  { path: 'description', head: 'Description', kind: 'text' },
  {
    ...{ path: 'horizon.start', head: 'First period', kind: 'date' },
    help: 'A quarter as in 2027Q2, or a month as in 2027-05; months begin where you say, quarters and years with a quarter',
  },
  { path: 'horizon.periods', head: 'Periods', kind: 'number' },
  {
    ...{ path: 'horizon.periodLength', head: 'Length of a period', kind: 'choice' },
    options: choice('month', 'quarter', 'year'),
  },
  {
    ...{ path: 'horizon.blocksPerDay', head: 'Blocks per day', kind: 'number' },
    help: 'Into how many blocks a day is cut: 2, 3, 4, 6, 8, 12 or 24',
  },
  {
    ...{ path: 'horizon.powerDays', head: 'Days of power', kind: 'choice' },
    options: choice('mean', 'representative'),
    help: 'Mean weekday and weekend, or representative days of each site with its peak and stress day',
  },
  { path: 'finance.discountRatePerYear', head: 'Discount rate', kind: 'share' },
  {
    ...{ path: 'finance.objective', head: 'Objective', kind: 'choice' },
    options: choice('cost', 'margin'),
    help: 'Most margin: what does not pay at the selling prices is not served',
  },
  { path: 'finance.carbonUsdPerTonne', head: 'Carbon price', unit: '$/t', kind: 'number' },
  { path: 'finance.facilityLifeYears', head: 'Life of the building', unit: 'years', kind: 'number' },
  {
    ...{ path: 'finance.capital', head: 'Capital', kind: 'choice' },
    options: choice('lump-sum', 'annuity'),
    help: 'Plant, rooms and accelerators: paid once, or as an annuity over their life for each year in service',
  },
  {
    ...{ path: 'finance.capitalPaid', head: 'Lump sums paid', kind: 'choice' },
    options: choice('at-order', 'in-service'),
  },
  { path: 'finance.residualValue', head: 'Value left is given back', kind: 'flag' },
  {
    ...{ path: 'finance.discounting', head: 'Paid in a period', kind: 'choice' },
    options: choice('mid-period', 'end-of-period', 'start-of-period'),
  },
  {
    ...{ path: 'budget.capexMusd', head: 'Capital budget', unit: 'M$', kind: 'number', isOptional: true },
    help: 'Rooms, accelerators, plant and connections ordered through the horizon, not discounted',
  },
  {
    ...{ path: 'budget.capexMusdByYear', head: 'Capital budget by year', unit: 'M$', kind: 'numbers' },
    help: 'The same by year of the plan, the last entry staying; empty: no limit by year',
  },
  {
    ...{ path: 'budget.carbonTonnesPerYear', head: 'Carbon budget', unit: 't/yr', kind: 'number' },
    ...{ isOptional: true, help: 'Electricity of all sites together, each year of the plan' },
  },
  {
    ...{ path: 'budget.waterM3PerYear', head: 'Water budget', unit: 'm³/yr', kind: 'number' },
    ...{ isOptional: true, help: 'Water of all sites together, each year of the plan' },
  },
  {
    ...{ path: 'budget.carbonTonnes', head: 'Carbon cap', unit: 't', kind: 'number', isOptional: true },
    help: 'Electricity of all sites together, over the whole horizon',
  },
  {
    ...{ path: 'budget.unservedMTok', head: 'Unserved cap', unit: 'Mtok', kind: 'number', isOptional: true },
    help: 'Tokens asked for and not served, over the whole horizon',
  },
  {
    ...{ path: 'budget.leasedMTok', head: 'Leased cap', unit: 'Mtok', kind: 'number', isOptional: true },
    help: 'Tokens served on lease or bought, over the whole horizon',
  },
  {
    ...{ path: 'budget.awayFromEdgeMTok', head: 'Cap away from the edge', unit: 'Mtok', kind: 'number' },
    ...{ isOptional: true },
    help: 'Tokens served neither on devices nor at sites of the edge, over the whole horizon',
  },
  { path: 'solver.gapShare', head: 'Gap to prove', kind: 'share' },
  {
    ...{ path: 'solver.timeLimitS', head: 'Time limit', unit: 's', kind: 'number', isOptional: true },
    help: 'On the clock; empty: 2 minutes, of large problems 15 minutes or an hour',
  },
  { path: 'finance.note', head: 'Note', kind: 'text', isOptional: true },
]

/** What the planner aims at; the compare screen holds results against it. */
export const GOAL_FIELDS: readonly Field[] = [
  goal('servedTokensPerDay', 'Served a day at least', 'tokens'),
  goal('levelisedUsdPerMTok', 'Levelised cost at most', '$/Mtok'),
  goal('netPresentCostMusd', 'Net present cost at most', 'M$'),
  goal('unservedShare', 'Unserved at most', '', 'share'),
  goal('leasedShare', 'Leased at most', '', 'share'),
  goal('builtItMw', 'IT built at least', 'MW'),
  goal('contractedMw', 'Contracted at most', 'MW'),
]

function goal(path: string, head: string, unit: string, kind: Field['kind'] = 'number'): Field {
  return { path: `goals.${path}`, head, unit, kind, isOptional: true }
}
