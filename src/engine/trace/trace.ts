import type { TableName } from '../../plan/catalog/catalog.ts'
import type { FormulaId } from '../../plan/formulas/formulas.ts'

/** Names a figure of a solved plan, as in `cost-layer|power`; parts are escaped. */
export type TraceRef = string

/** What a figure or an input is, in words that each language has. */
export type TraceWord =
  | 'accelerators'
  | 'added'
  | 'before'
  | 'billedMw'
  | 'meteredMw'
  | 'minimumTake'
  | 'ratchet'
  | 'ratchetMonths'
  | 'built'
  | 'busyUnits'
  | 'bytesPerToken'
  | 'cacheShare'
  | 'callsPerTask'
  | 'capacity'
  | 'capitalFactor'
  | 'carbonOfGrid'
  | 'carbonPrice'
  | 'classShare'
  | 'co2'
  | 'contracted'
  | 'costLine'
  | 'demand'
  | 'demandCharge'
  | 'discount'
  | 'discountRate'
  | 'discountedTokens'
  | 'drawn'
  | 'egressPrice'
  | 'energy'
  | 'existing'
  | 'fixedLoad'
  | 'fixedPerSite'
  | 'flow'
  | 'gridLimit'
  | 'headroom'
  | 'holdsFrom'
  | 'hours'
  | 'idleShare'
  | 'inputTokens'
  | 'itLoad'
  | 'layerCost'
  | 'leadMonths'
  | 'leaseCost'
  | 'leasePrice'
  | 'leased'
  | 'levelised'
  | 'levelisedOutput'
  | 'levelisedWeighted'
  | 'life'
  | 'limit'
  | 'line'
  | 'maintenance'
  | 'margin'
  | 'marketMove'
  | 'marketPrice'
  | 'moduleMw'
  | 'need'
  | 'netPresentCost'
  | 'netPresentValue'
  | 'network'
  | 'networkKw'
  | 'open'
  | 'opex'
  | 'outputTokens'
  | 'outputShare'
  | 'peak'
  | 'periodCost'
  | 'phases'
  | 'placeCost'
  | 'price'
  | 'priceChange'
  | 'pue'
  | 'pueDesign'
  | 'rateOfReturn'
  | 'read'
  | 'regionShare'
  | 'residual'
  | 'revenue'
  | 'revenueOfPeriod'
  | 'saidPrice'
  | 'seconds'
  | 'secondsPerDay'
  | 'sellPrice'
  | 'served'
  | 'siteCapacity'
  | 'spares'
  | 'speed'
  | 'supply'
  | 'tasks'
  | 'tokens'
  | 'tokensOfPeriod'
  | 'unitKw'
  | 'units'
  | 'unitsAtEnd'
  | 'unitsAtStart'
  | 'unitsInService'
  | 'unitsThen'
  | 'unserved'
  | 'used'
  | 'water'
  | 'worth'
  | 'wue'
  | 'years'
  | 'ownCost'
  | 'breakEven'
  | 'writtenOff'
  | 'workedHours'
  | 'toDate'
  | 'taxRate'
  | 'tax'
  | 'service'
  | 'payback'
  | 'lossUsed'
  | 'loans'
  | 'interest'
  | 'income'
  | 'heldHours'
  | 'coverage'
  | 'auditors'
  | 'binds'
  | 'cap'
  | 'claimed'
  | 'costAsBuilt'
  | 'costMoved'
  | 'costOfStepLess'
  | 'design'
  | 'draws'
  | 'failedDraws'
  | 'finding'
  | 'forcedCost'
  | 'holds'
  | 'leaning'
  | 'regret'
  | 'savedByStep'
  | 'seed'
  | 'shortDraws'
  | 'shortage'
  | 'shortageFrom'
  | 'step'
  | 'swing'
  | 'tolerance'
  | 'turns'
  | 'turnsAt'
  | 'turnsNot'
  | 'bound'
  | 'changed'
  | 'changedGroups'
  | 'gap'
  | 'gapWanted'
  | 'groupPart'
  | 'objective'
  | 'orders'
  | 'unchanged'
  | 'placeShare'
  | 'activeParameters'
  | 'arithmetic'
  | 'arithmetic4'
  | 'arithmetic8'
  | 'atWork'
  | 'bandwidth'
  | 'cacheElements'
  | 'callsAtOnce'
  | 'linkSpeed'
  | 'memory'
  | 'parameters'
  | 'precision'
  | 'ready'
  | 'speedOfOne'
  | 'stepTime'
  | 'training'
  | 'utilisation'
  | 'utilisationCap'
  | 'exchangeRate'
  | 'availability'
  | 'blocks'
  | 'coolingPower'
  | 'dryBulb'
  | 'electricalLoss'
  | 'equipment'
  | 'failureToStart'
  | 'generatorShare'
  | 'heat'
  | 'installed'
  | 'installedBefore'
  | 'leadWeeks'
  | 'load'
  | 'mttf'
  | 'needed'
  | 'orderBy'
  | 'powerFactor'
  | 'scheme'
  | 'survival'
  | 'unitSize'
  | 'wetBulb'
  | 'capital'
  | 'count'
  | 'electrical'
  | 'fitout'
  | 'lossLeft'
  | 'loanDrawn'
  | 'loanShare'
  | 'mechanical'
  | 'networkSpeed'
  | 'owed'
  | 'paidAtEnd'
  | 'ports'
  | 'priceLeast'
  | 'returned'
  | 'rooms'
  | 'running'
  | 'shell'
  | 'taxable'
  | 'tenor'
  | 'unitPower'

export interface TraceLabel {
  readonly word: TraceWord
  /** What it is of: a site, a period, a class, a line. */
  readonly of?: string | undefined
}

/** A cell of the catalog's files, its column as they name it: `price_usd_mwh`. */
export interface CatalogCell {
  readonly table: TableName
  readonly rowId: string
  readonly column: string
}

/** One value that a figure is made of. */
export interface TraceInput extends TraceLabel {
  readonly value: number | string | null
  readonly unit: string
  /** The figure that it is, where it is one: the next one down. */
  readonly ref?: TraceRef | undefined
  /** The field of the plan that says it, with ids, as in `sites[ash].power.gridLimitMw`. */
  readonly path?: string | undefined
  /** The cell of the catalog that says it. */
  readonly cell?: CatalogCell | undefined
  /** Where a value comes from that is neither, with its grade: a constant of the program. */
  readonly source?: string | undefined
}

/** How a figure comes about. */
export interface Trace extends TraceLabel {
  readonly ref: TraceRef
  /** As the result has it. */
  readonly value: number
  readonly unit: string
  readonly formula: FormulaId
  /** The solver chose it: the inputs say within which bounds, and what it carries. */
  readonly isDecided: boolean
  /** How it was found, where not in the plan's own solve: by solving it again with something changed, or by the audit. */
  readonly found?: 'again' | 'audit'
  readonly inputs: readonly TraceInput[]
  /** The same from the inputs alone; a test holds it against the value. */
  readonly recomputed: number
}

export function toRef(kind: string, ...parts: readonly string[]): TraceRef {
  return [kind, ...parts.map(encodeURIComponent)].join('|')
}

export function fromRef(ref: TraceRef): { readonly kind: string; readonly parts: readonly string[] } {
  const [kind = '', ...parts] = ref.split('|')
  return { kind, parts: parts.map(decodeURIComponent) }
}
