import { z } from 'zod'
import { grade, id, list, number, text, words } from './cells.ts'

/** Firms that a planner looks for: what they offer and which rows stand for it. Prices are in those rows. */
export const SupplierRow = z.object({
  id,
  supplier: words,
  aliases: list,
  kind: z.enum(
    [
      'energy',
      'utility',
      'colocation',
      'operator',
      'chip',
      'server',
      'power and cooling equipment',
      'optics',
      'cloud',
      'model',
      'scheduling',
      'application',
    ],
    { error: 'a kind of supplier' },
  ),
  country: z.string().regex(/^[A-Z]{2}$/, 'a country of two letters'),
  offers: words,
  /** Rows of other tables, as in `energy_sources:hydro_contract`. */
  standsFor: list,
  source: words,
  grade,
  note: text,
})

/** Names that the industry uses for the seven layers, where each is found here, and what is missing. */
export const CoverageRow = z.object({
  /** Stable number, with a letter where a name stands for several firms: `96a`. */
  number: z.string().regex(/^[1-9]\d*[a-z]?$/, 'a number such as 96 or 96a'),
  name: words,
  aliases: list,
  /** 1 power, 2 facility, 3 accelerators, 4 models, 5 distribution, 6 scheduling, 7 agents; 0 all of them. */
  layer: number(0, 7),
  kind: z.enum(
    ['catalog', 'archetype', 'supplier', 'lease', 'route', 'demand', 'kpi', 'scenario', 'explanation'],
    { error: 'a kind of name' },
  ),
  /**
   * Rows as `table:id`; fields of a plan as `plan:sites[].power`; parts of a result as `result:cake`; templates as
   * `template:campus`; commands as `command:throughput`.
   */
  coveredBy: list,
  missing: text,
  note: text,
})
export type CoverageRow = z.infer<typeof CoverageRow>
