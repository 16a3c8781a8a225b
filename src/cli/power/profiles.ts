import { basename } from 'node:path'
import { readSiteYear } from '../../engine/time/readSiteYear.ts'
import { siteProfiles } from '../../engine/time/siteProfiles.ts'
import { AppFault } from '../../plan/fault.ts'
import { readPlan } from '../../plan/readPlan.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { readNumber } from '../arguments/options.ts'
import { readPlanFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'
import { readTextFile } from '../arguments/textFile.ts'

const HELP = `tokenworks profiles PLAN --site ID [--load FILE] [--price FILE] [--carbon FILE] [--solar FILE] [--wind FILE]
                    [--supply FILE] [--epw FILE] [--days N] [--year YEAR] [--out PLAN]

Puts a year of hours of a site into the plan, as means by month, day type and hour and as representative days (N typical
ones, default 5, the peak day and the day when load most exceeds supply); the solver then takes price, carbon, load and
PUE from them in place of the synthetic profiles of the region's row.
  --load, --price, --carbon   CSV of 8,760 rows in local time: MW, USD/MWh, kg/MWh
  --solar, --wind, --supply   output per MW of sun, of wind, or of what is not told apart
  --epw                                 EnergyPlus weather of 8,760 hours
  --year                                calendar year of the files: tells weekdays from weekends; without it all are alike
A plan's own price change a year goes on from the imported price. Without --out the plan goes to standard output.`

export async function profiles(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    site: { type: 'string' },
    load: { type: 'string' },
    price: { type: 'string' },
    carbon: { type: 'string' },
    supply: { type: 'string' },
    solar: { type: 'string' },
    wind: { type: 'string' },
    epw: { type: 'string' },
    days: { type: 'string' },
    year: { type: 'string' },
    out: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const plan = await readPlanFile(positionals[0])
  const siteId = values.site ?? ''
  const { load, price, carbon, supply, solar, wind } = values
  const files = { load, price, carbon, supply, solar, wind }
  const given = [...Object.values(files), values.epw].filter((file) => file !== undefined)
  const faults = [
    ...(plan.sites.some((site) => site.id === siteId)
      ? []
      : [{ path: '--site', value: values.site, expected: plan.sites.map((site) => site.id).join(', ') }]),
    ...(given.length > 0
      ? []
      : [{ path: '--price', value: undefined, expected: 'a file of hours, or more' }]),
  ]
  if (faults.length > 0) throw new AppFault('bad-input', 'An option is missing', faults)
  const text = async (name: keyof typeof files | 'epw', file: string | undefined) =>
    file === undefined ? undefined : await readTextFile(`--${name}`, file, 'file of hours')
  const year = readSiteYear({
    load: await text('load', files.load),
    price: await text('price', files.price),
    carbon: await text('carbon', files.carbon),
    supply: await text('supply', files.supply),
    solar: await text('solar', files.solar),
    wind: await text('wind', files.wind),
    epw: await text('epw', values.epw),
  })
  const own = siteProfiles(year, {
    typicalDays: readNumber('--days', values.days, 1, 30) ?? 5,
    year: readNumber('--year', values.year, 1900, 2100),
    note: `Imported from ${given.map((file) => basename(file)).join(', ')}`,
  })
  const sites = plan.sites.map((site) => (site.id === siteId ? { ...site, profiles: own } : site))
  writeJson(readPlan({ ...plan, sites }), values.out)
  return EXIT.done
}
