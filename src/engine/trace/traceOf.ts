import { NETWORK_EACH_TRACES } from './accelerators/networkEachTraces.ts'
import { RETIREMENT_TRACES } from './accelerators/retirementTraces.ts'
import { SERVER_BILL_TRACES } from './accelerators/serverBillTraces.ts'
import { UNIT_TRACES } from './accelerators/unitTraces.ts'
import { DAY_TRACES } from './agents/dayTraces.ts'
import { DEMAND_TRACES } from './agents/demandTraces.ts'
import { HOUR_TRACES } from './agents/hourTraces.ts'
import { BUILD_TRACES } from './aidc/buildTraces.ts'
import { COOLING_TRACES } from './aidc/coolingTraces.ts'
import { EQUIPMENT_TRACES } from './aidc/equipmentTraces.ts'
import { ORDER_DAY_TRACES, ORDER_SLACK_TRACES } from './aidc/orderDayTraces.ts'
import { OVERHEAD_TRACES } from './aidc/overheadTraces.ts'
import { ROOM_TRACES } from './aidc/roomTraces.ts'
import { AUDIT_TRACES } from './decisions/auditTraces.ts'
import { CHANGE_TRACES } from './decisions/changeTraces.ts'
import { DRAW_TRACES } from './decisions/drawTraces.ts'
import { LAYER_TRACES } from './decisions/layerTraces.ts'
import { SWEEP_TRACES } from './decisions/sweepTraces.ts'
import { TURN_TRACES } from './decisions/turnTraces.ts'
import { WORTH_TRACES } from './decisions/worthTraces.ts'
import { BAND_TRACES } from './distribution/bandTraces.ts'
import { FLOW_TRACES } from './distribution/flowTraces.ts'
import { PATH_TRACES } from './distribution/pathTraces.ts'
import { FIELD_TRACES } from './fieldTraces.ts'
import { PAIR_TRACES } from './models/pairTraces.ts'
import { PLACEMENT_TRACES } from './models/placementTraces.ts'
import { PREFILL_TRACES } from './models/prefillTraces.ts'
import { RUN_TRACES } from './models/runTraces.ts'
import { SPEED_TRACES } from './models/speedTraces.ts'
import { BRIDGE_TRACES } from './money/bridgeTraces.ts'
import { BUDGET_TRACES } from './money/budgetTraces.ts'
import { CASH_ROW_TRACES } from './money/cashRowTraces.ts'
import { CASH_TRACES } from './money/cashTraces.ts'
import { COST_TRACES } from './money/costTraces.ts'
import { MARGIN_TRACES } from './money/marginTraces.ts'
import { OUTLAY_TRACES } from './money/outlayTraces.ts'
import { PRICE_TRACES } from './money/priceTraces.ts'
import { TAX_ROW_TRACES } from './money/taxRowTraces.ts'
import { TAX_TRACES } from './money/taxTraces.ts'
import { UTILISATION_TRACES } from './money/utilisationTraces.ts'
import { ACCOUNT_TRACES } from './power/accountTraces.ts'
import { BILL_TRACES } from './power/billTraces.ts'
import { DIAGRAM_TRACES } from './power/diagramTraces.ts'
import { DISPATCH_PERIOD_TRACES } from './power/dispatchPeriodTraces.ts'
import { DISPATCH_TRACES } from './power/dispatchTraces.ts'
import { ENERGY_FLOW_TRACES } from './power/energyFlowTraces.ts'
import { fromRef, type Trace, type TraceRef } from './trace.ts'
import type { FollowingBuilder, TraceBuilder, TraceContext } from './traceContext.ts'
import { CAKE_TRACES } from './wholePlan/cakeTraces.ts'
import { NOTE_TRACES } from './wholePlan/noteTraces.ts'
import { SOLVE_TRACES } from './wholePlan/solveTraces.ts'
import { SUMMARY_TRACES } from './wholePlan/summaryTraces.ts'
import { WHOLE_TRACES } from './wholePlan/wholeTraces.ts'

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
  ...UNIT_TRACES,
  ...ENERGY_FLOW_TRACES,
  ...EQUIPMENT_TRACES,
  ...SERVER_BILL_TRACES,
  ...NETWORK_EACH_TRACES,
  ...RETIREMENT_TRACES,
  ...ROOM_TRACES,
  ...CAKE_TRACES,
  ...BAND_TRACES,
  ...FLOW_TRACES,
  ...FIELD_TRACES,
  ...PRICE_TRACES,
  ...PLACEMENT_TRACES,
  ...PREFILL_TRACES,
  ...SPEED_TRACES,
  ...WHOLE_TRACES,
  ...SOLVE_TRACES,
  ...NOTE_TRACES,
  ...BRIDGE_TRACES,
  ...SWEEP_TRACES,
  ...DRAW_TRACES,
  ...TURN_TRACES,
  ...LAYER_TRACES,
  ...WORTH_TRACES,
  ...AUDIT_TRACES,
  ...PATH_TRACES,
  ...PAIR_TRACES,
  ...RUN_TRACES,
  ...DIAGRAM_TRACES,
  ...DISPATCH_TRACES,
  ...DAY_TRACES,
  ...HOUR_TRACES,
  ...COOLING_TRACES,
  ...OVERHEAD_TRACES,
  ...ACCOUNT_TRACES,
  ...DISPATCH_PERIOD_TRACES,
  ...ORDER_DAY_TRACES,
}

/** Figures that are made of the traces of others. */
const FOLLOWING: Readonly<Record<string, FollowingBuilder>> = { ...ORDER_SLACK_TRACES, ...CHANGE_TRACES }

/** Kinds of figures that follow from the inputs alone, or from solves beside the plan's own: they have traces before it is solved. */
const OF_INPUTS = new Set([
  ...[
    'pooled',
    'line-day',
    'class-day',
    'class-target',
    'units',
    'demand-line',
    'demand-total',
    'network-each',
  ],
  ...[
    'overhead',
    'overhead-sample',
    'demand-hour',
    'line-hour',
    'hour-factor',
    'profile-hour',
    'measured-run',
    'weather-sample',
  ],
  ...['cooling', 'cooling-blocks', 'pair-speed', 'round-trip', 'grid-limits', 'link-limit', 'discount-rate'],
  ...['price-lease', 'price-sale', 'price-let', 'price-api', 'price-sold'],
  ...['layer-variant', 'layer-times', 'implied-ratio', 'implied-need', 'implied-share'],
])

export function isOfInputs(ref: TraceRef): boolean {
  return OF_INPUTS.has(fromRef(ref).kind)
}

/** How a figure of a solved plan comes about; null: the result has no such figure, or the plan has no result. */
export function traceOf(context: TraceContext, ref: TraceRef): Trace | null {
  const { kind, parts } = fromRef(ref)
  if (!context.isSolved && !OF_INPUTS.has(kind)) return null
  const made = make(context, kind, parts, ref)
  return made && { ...made, ref }
}

function make(
  context: TraceContext,
  kind: string,
  parts: readonly string[],
  ref: TraceRef,
): ReturnType<TraceBuilder> {
  if (Object.hasOwn(FOLLOWING, kind))
    return FOLLOWING[kind]!(
      (next, isOfFirst) => traceOf(isOfFirst ? context.first : context, next),
      parts,
      context,
    )
  return Object.hasOwn(BUILDERS, kind) ? BUILDERS[kind]!(context, parts, ref) : null
}
