import { dirname, resolve } from 'node:path'
import { parseEpw } from '../../catalog/import/parseEpw.ts'
import { COOLING_IDS } from '../../engine/climate/coolingOverhead.ts'
import { type HourlyWeather, hourlyCooling } from '../../engine/climate/hourlyCooling.ts'
import { wetBulbC } from '../../engine/climate/wetBulb.ts'
import { electricalLosses } from '../../engine/facility/electricalLosses.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import { ClimateCase } from '../../plan/cases/climateCase.ts'
import { checkDocument } from '../../plan/checkDocument.ts'
import { AppFault } from '../../plan/fault.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { need, readNumber } from '../arguments/options.ts'
import { readArguments } from '../arguments/readArguments.ts'
import { parseJson, readTextFile } from '../arguments/textFile.ts'

const HELP = `tokenworks climate CASE [--out FILE]
tokenworks climate --epw FILE --technology ID [--losses SHARE] [--ups-load SHARE] [--hourly] [--out FILE]

PUE and WUE of cooling technologies, hour by hour of given weather.
CASE is JSON (resources/schema/climate.schema.json, docs/worked-cases.md):
  { "epwFile": "zurich.epw", "technologyIds": ["dlc85_w45_drycooler"], "electricalLossShare": 0.06, "hourly": true }
with the weather of a file (beside CASE), or as lists: dryBulbC with humidityPercent or wetBulbC, one value an hour.
upsLoadShare takes the losses from the UPS curve instead; itLoad weights the means by the load of each hour; an empty
list of technologies asks for all of them.
Answer: place, hours, electricalLossShare, technologies (technologyId, meanPue, highestPue, meanWueLPerKwh, pue, wueLPerKwh).
  --technology  an id of cooling.csv as in dlc85_w45_drycooler, or all
  --losses      electrical losses over IT power (default 0.06)
  --ups-load    or the load of the UPS, from 0.01 to 1
  --hourly      the values of each hour too`

export async function climate(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    epw: { type: 'string' },
    technology: { type: 'string' },
    losses: { type: 'string' },
    'ups-load': { type: 'string' },
    hourly: { type: 'boolean' },
    out: { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const [file] = positionals
  if (file !== undefined) {
    const document = parseJson('CASE', await readTextFile('CASE', file, 'case file'))
    const own = checkDocument(ClimateCase, document, 'The case does not fit its schema')
    writeJson(await answer(own, dirname(file)), values.out)
    return EXIT.done
  }
  const technologyId = need('--technology', values.technology, 'an id of cooling.csv, or all')
  const upsLoadShare = readNumber('--ups-load', values['ups-load'], 0.01, 1)
  const own = ClimateCase.parse({
    epwFile: need('--epw', values.epw, 'the path of a weather file'),
    technologyIds: technologyId === 'all' ? [] : [technologyId],
    electricalLossShare: readNumber('--losses', values.losses, 0, 1) ?? 0.06,
    ...(upsLoadShare === undefined ? {} : { upsLoadShare }),
    hourly: values.hourly ?? false,
  })
  const { technologies, ...rest } = await answer(own, '.')
  const [only] = technologies
  writeJson(technologyId === 'all' ? { ...rest, technologies } : { ...rest, ...only }, values.out)
  return EXIT.done
}

async function answer(own: ClimateCase, folder: string) {
  const { place, weather } = await readWeather(own, folder)
  const hours = weather.dryBulbC.length
  if (own.itLoad && (own.itLoad.length !== hours || !own.itLoad.some((value) => value > 0))) {
    throw new AppFault('bad-input', 'The case does not fit its weather', [
      {
        path: 'itLoad',
        value: own.itLoad.length,
        expected: `${hours} values, one an hour, not all of them 0`,
      },
    ])
  }
  const losses =
    own.upsLoadShare === undefined
      ? own.electricalLossShare
      : electricalLosses(await readCatalog(), own.upsLoadShare)
  const ids = own.technologyIds.length > 0 ? own.technologyIds : COOLING_IDS
  return {
    ...place,
    hours,
    electricalLossShare: losses,
    technologies: ids.map((technologyId) => {
      const { pue, wueLPerKwh, ...summary } = hourlyCooling(technologyId, weather, losses, own.itLoad)
      return { technologyId, ...summary, ...(own.hourly ? { pue, wueLPerKwh } : {}) }
    }),
  }
}

async function readWeather(own: ClimateCase, folder: string) {
  const wetBulbs = (dryC: readonly number[], humidity: readonly number[]) =>
    dryC.map((dry, hour) => wetBulbC(dry, humidity[hour]!))
  if (own.epwFile === undefined) {
    const dryBulbC = own.dryBulbC!
    const weather: HourlyWeather = {
      dryBulbC,
      wetBulbC: own.wetBulbC ?? wetBulbs(dryBulbC, own.humidityPercent!),
    }
    return { place: {}, weather }
  }
  const text = await readTextFile('epwFile', resolve(folder, own.epwFile), 'weather file')
  const { place, lat, lon, dryBulbC, humidityPercent } = parseEpw(text)
  return { place: { place, lat, lon }, weather: { dryBulbC, wetBulbC: wetBulbs(dryBulbC, humidityPercent) } }
}
