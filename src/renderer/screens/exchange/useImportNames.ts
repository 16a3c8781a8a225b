import { listed } from '../../format/punctuation.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useInputText } from '../../words/useInputText.ts'
import { usePathName } from '../../words/usePathName.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'

/** A place in the file of a plan, and nothing that a planner wrote. */
const PATH = /^[A-Za-z]\w*(?:[.[]\S*)?$/

export interface ImportNames {
  /**
   * `power.energyUsdPerMwh` as "energy price ($/MWh) · power"; before a colon stands what was measured. With values its unit
   * is that in which they are told.
   */
  readonly field: (field: string, values?: readonly (string | number | boolean | null)[]) => string
  /** The path alone of a field whose name has something before a colon. */
  readonly path: (field: string) => string
  /** `sites.power.tranches, dallas, main` as "tranches · power · sites, Dallas, main". */
  readonly where: (where: string) => string
  /** What a file goes into: a table of the plan or the catalog, or a file that is taken whole. */
  readonly target: (target: string) => string
}

/** What an import calls the fields of a plan and the things that they are of, as the screens call them. */
export function useImportNames(): ImportNames {
  const { exchange: words, catalog } = useWords()
  const pathName = usePathName()
  const names = useThingNames()
  const { plan } = usePlan()
  const inputs = useInputText([plan])
  const path = (own: string): string => (PATH.test(own) ? pathName(own) : own)
  const named = [...plan.sites, ...plan.regions, ...plan.distribution.leases, ...plan.distribution.apis]
  const thing = (id: string): string =>
    named.find((own) => own.id === id)?.name ?? names.accelerator(names.model(names.supply(id)))
  const tables: Readonly<Record<string, string>> = catalog.tables
  const ofCatalog = (table: string): string => words.catalog(tables[table] ?? table)
  return {
    field: (field, values) => {
      const [last = '', ...before] = field.split(': ').toReversed()
      const name = values && PATH.test(last) ? inputs.name(last, values) : path(last)
      return [name, ...before].join(' · ')
    },
    path: (field) => field.split(': ').at(-1)!,
    where: (where) => {
      const [first = '', ...rest] = where.split(', ')
      const [, table] = /^catalog (\w+)$/.exec(first) ?? []
      return listed([table === undefined ? path(first) : ofCatalog(table), ...rest.map(thing)])
    },
    target: (target) =>
      target.startsWith('catalog:')
        ? words.catalogValues(ofCatalog(target.slice('catalog:'.length)))
        : (words.targets[target] ?? path(target)),
  }
}
