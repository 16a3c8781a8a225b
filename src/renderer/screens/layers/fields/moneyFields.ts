import { CURRENCIES } from '../../../../plan/schema/currency.ts'
import type { Field } from '../../../grid/field.ts'
import { choice, codes } from './commonFields.ts'

const RATE_HELP = 'Units for one US dollar, fixed for this plan; empty: the rate of the catalog'

/** In which currency money is shown and typed; the file keeps US dollars. */
export const CURRENCY_FIELDS: readonly Field[] = [
  {
    ...{ path: 'currency.shown', head: 'Currency', kind: 'choice', options: codes(...CURRENCIES) },
    help: 'In which money is shown and typed; no figure of a solve depends on it',
  },
  ...CURRENCIES.slice(1).map((code) => rate(code)),
]

function rate(code: string): Field {
  return {
    ...{ path: `currency.perUsd.${code}`, head: `Exchange rate · ${code}`, kind: 'number' },
    ...{ isOptional: true, help: RATE_HELP },
    fallback: (_, { exchange_rates }) =>
      String(exchange_rates.find((row) => row.id === code.toLowerCase())?.perUsd ?? ''),
  }
}

/** Worked out after the solve: changing them makes no result stale. */
export const TAX_FIELDS: readonly Field[] = [
  {
    ...{ path: 'finance.tax.rateShare', head: 'Tax rate', kind: 'share' },
    help: 'Of taxable income; 0: every figure is before tax',
  },
  {
    ...{ path: 'finance.tax.depreciation', head: 'Depreciation', kind: 'choice' },
    options: choice('straight-line', 'declining-balance'),
    help: 'Declining: 200 % up to 10 years, 150 % beyond, half a year in the first, as MACRS has it',
  },
  life('servers', 'Written off, servers'),
  life('buildings', 'Written off, buildings'),
  life('power', 'Written off, power'),
  {
    ...{ path: 'finance.tax.carriesLosses', head: 'Losses carried forward', kind: 'flag' },
    help: 'A year’s loss lowers the taxable income of later years',
  },
  {
    ...{ path: 'finance.debt.capitalShare', head: 'Debt share', kind: 'share' },
    help: 'Of what is bought; 0: no debt',
  },
  { path: 'finance.debt.interestPerYear', head: 'Interest a year', kind: 'share' },
  {
    ...{ path: 'finance.debt.tenorYears', head: 'Tenor', unit: 'years', kind: 'number' },
    help: 'Equal yearly payments from the day of service; what is left at the horizon is paid then',
  },
]

function life(row: string, head: string): Field {
  return {
    ...{ path: `finance.tax.lifeYears.${row}`, head, unit: 'years', kind: 'number', isOptional: true },
    fallback: (_, { depreciation_lives }) =>
      String(depreciation_lives.find((own) => own.id === row)?.lifeYears ?? ''),
  }
}
