import type { FormulaWords } from '../formulaWords.ts'
import { again } from './formulas/again.ts'
import { bill } from './formulas/bill.ts'
import { inputs } from './formulas/inputs.ts'
import { money } from './formulas/money.ts'
import { site } from './formulas/site.ts'
import { taxDebt } from './formulas/taxDebt.ts'
import { tokens } from './formulas/tokens.ts'

export const formulas: FormulaWords = {
  ...bill,
  ...money,
  ...taxDebt,
  ...tokens,
  ...site,
  ...inputs,
  ...again,
}
