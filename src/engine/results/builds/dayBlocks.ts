import type { DayBlock } from '../../../plan/result/siteBuild.ts'
import type { PowerSlice } from '../../derive/power/powerSlices.ts'
import type { Supply } from '../../layers/power/declarePower.ts'
import type { Column } from '../../problem/problem.ts'
import type { Reader } from '../reader.ts'
import { bySlice, toDigits } from '../tokens/bySlice.ts'

/** Values of a column a block as means of the plan's slices; empty where there are none. */
export function meanBySlice(
  reader: Reader,
  slices: readonly PowerSlice[],
  columns: readonly Column[],
  t: number,
): number[] {
  if (columns.length === 0) return []
  if (slices.every(({ day }) => day === undefined)) return bySlice(reader, columns)
  return reader.formulation.inputs.slices.map(({ index }) => {
    const own = slices.filter(({ loadIndex }) => loadIndex === index)
    const hours = own.reduce((sum, { hoursIn }) => sum + hoursIn[t]!, 0)
    const sum = own.reduce((all, slice) => all + slice.hoursIn[t]! * reader.at(columns[slice.index]!), 0)
    return toDigits(sum / hours, 7)
  })
}

/** What runs in each block of each representative day in a period. */
export function dayBlocks(
  reader: Reader,
  { balance, plants, storages, contracts, unserved }: Supply,
  slices: readonly PowerSlice[],
  t: number,
): DayBlock[] {
  const at = (columns: readonly Column[] | undefined, h: number) =>
    columns?.[h] === undefined ? 0 : toDigits(reader.at(columns[h]), 7)
  return slices.flatMap(({ day, index: h, loadIndex, hoursIn }): DayBlock[] => {
    if (day === undefined || hoursIn[t]! === 0) return []
    const named = <T>(
      list: readonly T[],
      id: (own: T) => string,
      columns: (own: T) => readonly Column[] | undefined,
    ) => Object.fromEntries(list.map((own) => [id(own), at(columns(own), h)]))
    return [
      {
        day,
        slice: loadIndex,
        hours: hoursIn[t]!,
        drawnMw: at(balance.drawn[t], h),
        generatedMw: named(
          plants,
          ({ source }) => source.id,
          ({ generated }) => generated[t],
        ),
        contractMw: named(
          contracts,
          ({ own }) => own.id,
          ({ taken }) => taken[t],
        ),
        chargedMw: named(
          storages,
          ({ own }) => own.id,
          ({ charged }) => charged[t],
        ),
        dischargedMw: named(
          storages,
          ({ own }) => own.id,
          ({ discharged }) => discharged[t],
        ),
        unservedItMw: at(unserved.columns[t], h),
      },
    ]
  })
}
