import { z } from 'zod'
import { date, grade, id, number, text, words } from './cells.ts'

/** What one US dollar is worth; a plan may fix its own. */
export const ExchangeRateRow = z.object({
  id,
  currency: words,
  /** Units of the currency for one US dollar. */
  perUsd: number(0.01, 100_000),
  source: words,
  date,
  grade,
  note: text,
})

/** Over how many years the tax law writes a class of assets off. */
export const DepreciationLifeRow = z.object({
  id,
  assetClass: words,
  lifeYears: number(1, 100),
  source: words,
  date,
  grade,
  note: text,
})
