import { parseArgs } from 'node:util'
import { parseHourlyCsv } from '../../catalog/import/parseHourlyCsv.ts'
import { dayShape } from '../../engine/time/dayShape.ts'
import { HOURLY_RULES } from '../../engine/time/readSiteYear.ts'
import { representativeDays, type YearSeries } from '../../engine/time/representativeDays.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { readNumber } from '../arguments/options.ts'
import { readTextFile } from '../arguments/textFile.ts'

const HELP = `tokenworks days --load FILE [--supply FILE] [--price FILE] [--carbon FILE] [--days N] [--out FILE]

Representative days of a year of hourly CSV files (8,760 rows each): N typical ones (default 5), the day of the highest
load and the day when load most exceeds supply. Typical days are scaled so that every series keeps its mean.
  --load    MW, or any share of it      --supply  output per MW of sun or wind
  --price   USD per MWh                 --carbon  kg of CO2 per MWh
Answer (JSON): series, days (day of the year from 0, kind, weightDays, values by series and hour); of a price also
energyUsdPerMwh and energyPriceByHour as a plan's power takes them.`

const ROLES = { load: 'load', supply: 'supply', price: 'other', carbon: 'other' } as const

export async function days(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      load: { type: 'string' },
      supply: { type: 'string' },
      price: { type: 'string' },
      carbon: { type: 'string' },
      days: { type: 'string' },
      out: { type: 'string' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return EXIT.done
  }
  const count = readNumber('--days', values.days, 1, 30) ?? 5
  const series: YearSeries[] = []
  for (const name of ['load', 'supply', 'price', 'carbon'] as const) {
    // Without a load there is nothing to choose days for: asking for its file names what is missing.
    if (name !== 'load' && values[name] === undefined) continue
    const text = await readTextFile(`--${name}`, values[name], 'hourly file')
    series.push({ name, role: ROLES[name], values: parseHourlyCsv(text, HOURLY_RULES[name]) })
  }
  const price = series.find((own) => own.name === 'price')
  const shape = price ? dayShape(price.values) : undefined
  writeJson(
    {
      series: series.map((own) => own.name),
      days: representativeDays(series, count),
      ...(shape ? { energyUsdPerMwh: shape.mean, energyPriceByHour: shape.byHour } : {}),
    },
    values.out,
  )
  return EXIT.done
}
