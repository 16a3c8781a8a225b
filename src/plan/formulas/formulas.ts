import { AGAIN_FORMULAS } from './again.ts'
import { BILL_FORMULAS } from './bill.ts'
import { INPUT_FORMULAS } from './inputs.ts'
import { MONEY_FORMULAS } from './money.ts'
import { SITE_FORMULAS } from './site.ts'
import { TAX_FORMULAS } from './taxDebt.ts'
import { TOKEN_FORMULAS } from './tokens.ts'

/** Every formula by the id that figures, their traces and the help name it by. */
export const FORMULAS = {
  ...MONEY_FORMULAS,
  ...TAX_FORMULAS,
  ...TOKEN_FORMULAS,
  ...SITE_FORMULAS,
  ...BILL_FORMULAS,
  ...INPUT_FORMULAS,
  ...AGAIN_FORMULAS,
} as const
export type FormulaId = keyof typeof FORMULAS
