import { ACCOUNT_TRACES } from './accountTraces.ts'
import { AUDIT_TRACES } from './auditTraces.ts'
import { BILL_TRACES } from './billTraces.ts'
import { BRIDGE_TRACES } from './bridgeTraces.ts'
import { BUDGET_TRACES } from './budgetTraces.ts'
import { BUILD_TRACES } from './buildTraces.ts'
import { CAKE_TRACES } from './cakeTraces.ts'
import { CASH_ROW_TRACES } from './cashRowTraces.ts'
import { CASH_TRACES } from './cashTraces.ts'
import { COOLING_TRACES } from './coolingTraces.ts'
import { COST_TRACES } from './costTraces.ts'
import { DAY_TRACES } from './dayTraces.ts'
import { DEMAND_TRACES } from './demandTraces.ts'
import { DIAGRAM_TRACES } from './diagramTraces.ts'
import { EQUIPMENT_TRACES } from './equipmentTraces.ts'
import { FIELD_TRACES } from './fieldTraces.ts'
import { FLOW_TRACES } from './flowTraces.ts'
import { MARGIN_TRACES } from './marginTraces.ts'
import { OUTLAY_TRACES } from './outlayTraces.ts'
import { PAIR_TRACES } from './pairTraces.ts'
import { PATH_TRACES } from './pathTraces.ts'
import { PLACEMENT_TRACES } from './placementTraces.ts'
import { PRICE_TRACES } from './priceTraces.ts'
import { RETIREMENT_TRACES } from './retirementTraces.ts'
import { ROOM_TRACES } from './roomTraces.ts'
import { SERVER_BILL_TRACES } from './serverBillTraces.ts'
import { SOLVE_TRACES } from './solveTraces.ts'
import { SPEED_TRACES } from './speedTraces.ts'
import { SUMMARY_TRACES } from './summaryTraces.ts'
import { SWEEP_TRACES } from './sweepTraces.ts'
import { TAX_ROW_TRACES } from './taxRowTraces.ts'
import { TAX_TRACES } from './taxTraces.ts'
import { fromRef, type Trace, type TraceRef } from './trace.ts'
import type { TraceBuilder, TraceContext } from './traceContext.ts'
import { UTILISATION_TRACES } from './utilisationTraces.ts'
import { WHOLE_TRACES } from './wholeTraces.ts'
import { WORTH_TRACES } from './worthTraces.ts'

const BUILDERS: Readonly<Record<string, TraceBuilder>> = {
  ...SUMMARY_TRACES,
  ...DEMAND_TRACES,
  ...COST_TRACES,
  ...CASH_TRACES,
  ...CASH_ROW_TRACES,
  ...MARGIN_TRACES,
  ...UTILISATION_TRACES,
  ...BUDGET_TRACES,
  ...OUTLAY_TRACES,
  ...TAX_TRACES,
  ...TAX_ROW_TRACES,
  ...BILL_TRACES,
  ...BUILD_TRACES,
  ...EQUIPMENT_TRACES,
  ...SERVER_BILL_TRACES,
  ...RETIREMENT_TRACES,
  ...ROOM_TRACES,
  ...CAKE_TRACES,
  ...FLOW_TRACES,
  ...FIELD_TRACES,
  ...PRICE_TRACES,
  ...PLACEMENT_TRACES,
  ...SPEED_TRACES,
  ...WHOLE_TRACES,
  ...SOLVE_TRACES,
  ...BRIDGE_TRACES,
  ...SWEEP_TRACES,
  ...WORTH_TRACES,
  ...AUDIT_TRACES,
  ...PATH_TRACES,
  ...PAIR_TRACES,
  ...DIAGRAM_TRACES,
  ...DAY_TRACES,
  ...COOLING_TRACES,
  ...ACCOUNT_TRACES,
}

/** Kinds of figures that follow from the inputs alone: they have traces before a plan is solved. */
const OF_INPUTS = new Set([
  ...['pooled', 'line-day', 'class-day', 'class-target', 'units', 'demand-line'],
  ...['cooling', 'cooling-blocks', 'pair-speed', 'round-trip', 'grid-limits', 'link-limit', 'discount-rate'],
  ...['price-lease', 'price-sale', 'price-let', 'price-api', 'price-sold'],
])

export function isOfInputs(ref: TraceRef): boolean {
  return OF_INPUTS.has(fromRef(ref).kind)
}

/** How a figure of a solved plan comes about; null: the result has no such figure, or the plan has no result. */
export function traceOf(context: TraceContext, ref: TraceRef): Trace | null {
  const { kind, parts } = fromRef(ref)
  if (!Object.hasOwn(BUILDERS, kind) || (!context.isSolved && !OF_INPUTS.has(kind))) return null
  const made = BUILDERS[kind]!(context, parts, ref)
  return made && { ...made, ref }
}
