import { parseArgs } from 'node:util'
import { type CatalogHit, searchCatalog } from '../../catalog/searchCatalog.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { type Catalog, TABLES, type TableName } from '../../plan/catalog/catalog.ts'
import { otherCatalogName } from '../../report/words/sayNames.ts'
import { EXIT } from '../arguments/exit.ts'
import { readChoice } from '../arguments/options.ts'

const NAMES = Object.keys(TABLES) as TableName[]

const HELP = `tokenworks catalog WORDS [options]

Rows of the catalog under any of their names: hardware, models, regions, suppliers, prices, names of the industry.
  --table NAME  only rows of this table, or with no WORDS all of them: ${NAMES.join(', ')}
  --json        whole rows for a machine

Ends with 2 where nothing is found.`

export async function catalog(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' }, table: { type: 'string' }, json: { type: 'boolean' } },
    allowPositionals: true,
  })
  const table = readChoice('--table', values.table, NAMES)
  const query = positionals.join(' ')
  if (values.help || (query === '' && table === undefined)) {
    console.log(HELP)
    return values.help ? EXIT.done : EXIT.badInput
  }
  const tables = await readCatalog()
  if (query === '' && table !== undefined) {
    console.log(JSON.stringify(tables[table], null, 2))
    return EXIT.done
  }
  const hits = searchCatalog(tables, query, otherCatalogName).filter(
    (hit) => table === undefined || hit.table === table,
  )
  if (values.json)
    console.log(
      JSON.stringify(
        hits.map((hit) => rowOf(tables, hit)),
        null,
        2,
      ),
    )
  else for (const hit of hits) console.log(describeHit(hit))
  if (hits.length === 0) console.error(`Nothing in the catalog is called ${query}.`)
  return hits.length === 0 ? EXIT.badInput : EXIT.done
}

function rowOf(tables: Catalog, { table, id }: CatalogHit): unknown {
  const rows: readonly Readonly<Record<string, unknown>>[] = tables[table]
  return { table, ...rows.find((row) => row.id === id || row.number === id) }
}

function describeHit({ table, id, name, grade, coveredBy, missing }: CatalogHit): string {
  const lines = [`${table}:${id}  ${name}${grade === null ? '' : ` (${grade})`}`]
  if (coveredBy.length > 0) lines.push(`    see ${coveredBy.join(', ')}`)
  if (missing !== null) lines.push(`    not here: ${missing}`)
  return lines.join('\n')
}
