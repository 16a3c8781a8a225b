/** Counts of one size, in the order sites x quarters x slices x racks x models x regions x classes. */
export interface Size {
  readonly sites: number
  readonly quarters: number
  /** A weekday's blocks; a weekend has half as many, so slices are 3, 4, 6, 9. */
  readonly blocksPerDay: 2 | 3 | 4 | 6
  readonly racks: number
  readonly models: number
  readonly regions: number
  readonly classes: number
}

export type SizeName = 'Small' | 'S2' | 'Medium' | 'Large'

/** Small 3x12x3x4x4x3x4, S2 5x16x4x6x6x5x5, Medium 8x24x6x8x8x8x6, Large 20x24x9x12x15x20x8 (the format has no 8 slices). */
export const SIZES: Readonly<Record<SizeName, Size>> = {
  Small: { sites: 3, quarters: 12, blocksPerDay: 2, racks: 4, models: 4, regions: 3, classes: 4 },
  S2: { sites: 5, quarters: 16, blocksPerDay: 3, racks: 6, models: 6, regions: 5, classes: 5 },
  Medium: { sites: 8, quarters: 24, blocksPerDay: 4, racks: 8, models: 8, regions: 8, classes: 6 },
  Large: { sites: 20, quarters: 24, blocksPerDay: 6, racks: 12, models: 15, regions: 20, classes: 8 },
}
