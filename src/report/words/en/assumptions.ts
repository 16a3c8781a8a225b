import { type Figure, say } from '../../document.ts'
import { catalogColumns } from './catalogColumns.ts'
import { choices } from './choices.ts'
import { fields } from './fields.ts'

interface Counts {
  readonly all: Figure
  readonly plan: Figure
  readonly standard: Figure
  readonly catalog: Figure
  readonly overrides: Figure
  readonly gradeC: Figure
  readonly ungraded: Figure
}

export const assumptions = {
  heading: 'Assumptions ledger',
  about: (own: Counts) =>
    say`${own.all} inputs: ${own.plan} set by the plan, ${own.standard} left at the default of Tokenworks, ${own.catalog} from the shipped catalog, ${own.overrides} overrides of the catalog. Grades: A primary source or recomputed, B secondary source, C estimate; ${own.gradeC} are graded C and ${own.ungraded} of the plan have no grade. Source numbers lead to the list at the end.`,
  sources: 'Sources',
  no: 'No.',
  sourceOrNote: 'Source or note',
  of: 'Of',
  input: 'Input',
  value: 'Value',
  origin: 'Origin',
  standard: 'Default or shipped',
  source: 'Source',
  date: 'Date',
  grade: 'Grade',
  origins: { plan: 'plan', default: 'default', catalog: 'catalog', override: 'override' },
  ownDefault: 'Default of Tokenworks',
  site: (name: string) => `Site ${name}`,
  catalogTable: (table: string) => `Catalog: ${table}`,
  groups: {
    horizon: 'Horizon, money and solver',
    finance: 'Horizon, money and solver',
    solver: 'Horizon, money and solver',
    currency: 'Horizon, money and solver',
    routing: 'Routing',
    distribution: 'Distribution and leases',
    regions: 'Regions',
    demand: 'Demand',
    models: 'Models',
    accelerators: 'Accelerators',
    procurement: 'Procurement rules',
    training: 'Training',
    customAccelerators: 'Own accelerators',
    customModels: 'Own models',
    measurements: 'Measured runs',
  } as Readonly<Record<string, string>>,
  /** Fields by their name in the file; those not here are shown by that name. */
  fieldWords: fields,
  /** Settings by the words of the plan file; those not here are shown as the file has them. */
  choiceWords: {} as Readonly<Record<string, string>>,
  /** In which inputs of plans compared are told. */
  inputWords: { choices, yes: 'yes', no: 'no', all: 'all' },
  catalogColumns,
  hoursOfDay: 'Hours of the day',
  between: (from: string, to: string) => `${from} to ${to}`,
}
