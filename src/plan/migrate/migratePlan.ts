import { AppFault } from '../fault.ts'

/** A plan document before it is checked: whatever JSON held. */
export type PlanDocument = Readonly<Record<string, unknown>>

/** Turns a document of one schema version into the next. */
export type Migration = (document: PlanDocument) => PlanDocument

/**
 * Migrations by the version they start from. Version 0 is the form before the first release: it had no
 * `schemaVersion`, called the plan's archetype list `agents` and gave the grid limit in kW.
 */
const MIGRATIONS: Readonly<Record<number, Migration>> = { 0: fromVersion0 }

/** Brings a document to the newest schema, one version at a time; a newer one is refused. */
export function migratePlan(document: PlanDocument, newest: number): PlanDocument {
  const found = document.schemaVersion ?? 0
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 0) {
    throw new AppFault('bad-input', 'The plan does not say its schema version', [
      { path: 'schemaVersion', value: found, expected: `a whole number from 0 to ${newest}` },
    ])
  }
  if (found > newest) {
    throw new AppFault('newer-version', 'The plan was saved by a newer Tokenworks', [
      { path: 'schemaVersion', value: found, expected: `at most ${newest}; update Tokenworks` },
    ])
  }
  let current = document
  for (let version = found; version < newest; version++) {
    const migrate = MIGRATIONS[version]
    if (!migrate) throw new Error(`No migration from schema ${version}`)
    current = { ...migrate(current), schemaVersion: version + 1 }
  }
  return current
}

function fromVersion0({ agents, ...rest }: PlanDocument): PlanDocument {
  const demand = rest.demand ?? agents
  const sites = Array.isArray(rest.sites) ? rest.sites.map(toMegawatts) : rest.sites
  return { ...rest, ...(demand === undefined ? {} : { demand }), ...(sites === undefined ? {} : { sites }) }
}

function toMegawatts(site: unknown): unknown {
  if (!isRecord(site) || !isRecord(site.power) || typeof site.power.gridLimitKw !== 'number') return site
  const { gridLimitKw, ...power } = site.power
  return { ...site, power: { ...power, gridLimitMw: gridLimitKw / 1000 } }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
