import type { Formulation } from '../formulate.ts'
import { trainingUnits } from '../layers/accelerators/training.ts'
import { fixedItMw, idleAndWorkMw, unitItMw } from '../layers/aidc/facility.ts'
import { unservedTerms } from '../layers/power/balance/unserved.ts'
import { powerSlicesOf } from '../layers/power/context.ts'
import { heldTerms } from '../layers/power/grid/gridService.ts'
import type { Column, Term } from '../problem/problem.ts'
import type { Solved } from '../strategy/solveFormulation.ts'

export type SolvedPlan = Extract<Solved, { kind: 'plan' }>

/** What the solution says of one site in one period, in planner's units. */
export interface SiteState {
  readonly phases: number
  readonly builtItMw: number
  /** Nameplate IT MW of units in service, with the fixed load. */
  readonly usedItMw: number
  readonly contractedMw: number
  /** Highest facility load at design conditions over the slices, MW. */
  readonly peakMw: number
  /** Slice with the most tokens at its busiest minute. */
  readonly peakSlice: number
  /** Mtok/s at the busiest minute of that slice. */
  readonly peakMTokS: number
  /** Units in service, [accelerator]. */
  readonly active: readonly number[]
  /** Units busy at the peak slice, [accelerator]. */
  readonly busy: readonly number[]
}

/** Reads a solved formulation. */
export class Reader {
  readonly formulation: Formulation
  readonly solved: SolvedPlan

  constructor(formulation: Formulation, solved: SolvedPlan) {
    this.formulation = formulation
    this.solved = solved
  }

  /** Value of a column, without the solver's rounding: next to nothing is nothing, whole units are whole. */
  at(column: Column): number {
    const value = this.solved.values[column] ?? 0
    const whole = Math.round(value)
    const isWhole = this.formulation.problem.isInteger[column] && Math.abs(value - whole) < 1e-7
    return isWhole || Math.abs(value) < 1e-9 ? whole || 0 : value
  }

  sum(terms: readonly Term[]): number {
    return terms.reduce((total, [coefficient, column]) => total + coefficient * this.at(column), 0)
  }

  /** Mtok/s at the busiest minute that flow to a site in a slice. */
  flowPeakMTokS(siteIndex: number, t: number, h: number): number {
    const { distribution, inputs } = this.formulation
    return distribution.toSites.reduce((sum, flow) => {
      if (flow.placeIndex !== siteIndex) return sum
      return sum + inputs.groups[flow.groupIndex]!.peakFactor[t]![h]! * this.at(flow.columns[t]![h]!)
    }, 0)
  }

  site(siteIndex: number, t: number): SiteState {
    const { inputs, accelerators, facilities, power, serving } = this.formulation
    const { facility } = inputs.plan.sites[siteIndex]!
    const flows = inputs.slices.map((_, h) => this.flowPeakMTokS(siteIndex, t, h))
    const peakSlice = flows.indexOf(Math.max(...flows))
    const fleets = accelerators.fleets.filter((fleet) => fleet.siteIndex === siteIndex)
    const active = fleets.map((fleet) => this.at(fleet.active[t]!))
    const busyAt = (h: number) =>
      fleets.map((fleet) =>
        serving.busy
          .filter((b) => b.siteIndex === siteIndex && b.acceleratorIndex === fleet.acceleratorIndex)
          .reduce((sum, b) => sum + this.at(b.columns[t]![h]!), 0),
      )
    const workingAt = (h: number) =>
      fleets.map((fleet, g) =>
        accelerators.sold
          .filter((own) => own.siteIndex === siteIndex && own.acceleratorIndex === fleet.acceleratorIndex)
          .reduce((sum, own) => sum + this.at(own.columns[t]![h]!), busyAt(h)[g]!),
      )
    const supply = power.supplies[siteIndex]!
    const fixed = fixedItMw(inputs, siteIndex, t)
    const phases = Math.round(this.at(facilities.buildings[siteIndex]!.phases[t]!))
    return {
      phases,
      builtItMw: facility.existingItMw + phases * facility.moduleItMw,
      usedItMw: fixed + active.reduce((sum, n, g) => sum + n * unitItMw(inputs, g), 0),
      contractedMw: this.sum(heldTerms(supply.service, t)),
      peakMw: Math.max(
        ...powerSlicesOf(inputs, siteIndex)
          .filter(({ hoursIn }) => hoursIn[t]! > 0)
          .map(({ index, loadIndex }) => this.facilityMw(siteIndex, t, index, active, workingAt(loadIndex))),
      ),
      peakSlice,
      peakMTokS: flows[peakSlice]!,
      active,
      busy: busyAt(peakSlice),
    }
  }

  /** Facility load that is supplied in a slice of the site's power, at design conditions: idle share of every unit in service, the rest of those that serve or train. */
  facilityMw(
    siteIndex: number,
    t: number,
    h: number,
    active: readonly number[],
    busy: readonly number[],
  ): number {
    const { inputs, power } = this.formulation
    const share = inputs.energy[siteIndex]!.fixedShare.peak[t]![h]!
    const missing = this.sum(unservedTerms(power.supplies[siteIndex]!.unserved, t, h, 1))
    const load = inputs.plan.accelerators.reduce(
      (sum, _, g) => {
        const full = busy[g]! + trainingUnits(inputs, siteIndex, g, t).full
        const { idle, work } = idleAndWorkMw(inputs, g)
        return sum + idle * active[g]! + work * full
      },
      fixedItMw(inputs, siteIndex, t) * share - missing,
    )
    return load * inputs.climate[siteIndex]!.pueDesign
  }

  /** Cost of one more unit in a column less what it saves, million USD: its cost minus the duals it meets. */
  reducedCosts(): Float64Array {
    const { problem } = this.formulation
    const reduced = Float64Array.from(problem.cost)
    for (let row = 0; row < problem.rowNames.length; row++) {
      const dual = this.solved.rowDuals[row]!
      if (dual === 0) continue
      for (let k = problem.rowStarts[row]!; k < problem.rowStarts[row + 1]!; k++) {
        const column = problem.indices[k]!
        reduced[column] = reduced[column]! - dual * problem.values[k]!
      }
    }
    return reduced
  }
}
