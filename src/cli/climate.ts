import { parseArgs } from 'node:util'
import { parseEpw } from '../catalog/import/parseEpw.ts'
import { hourlyCooling } from '../engine/climate/hourlyCooling.ts'
import { wetBulbC } from '../engine/climate/wetBulb.ts'
import { writeJson } from './caseCommand.ts'
import { EXIT } from './exit.ts'
import { need, readNumber } from './options.ts'
import { readTextFile } from './textFile.ts'

const HELP = `tokenworks climate --epw FILE --technology ID [--losses SHARE] [--hourly] [--out FILE]

PUE and WUE of a cooling technology through the year of an EnergyPlus weather file, under a constant IT load.
  --technology  an id of cooling.csv, as in dlc85_w45_drycooler
  --losses      electrical losses over IT power (default 0.06)
  --hourly      the 8,760 values too
Answer (JSON): place, meanPue, highestPue, meanWueLPerKwh; with --hourly pue and wueLPerKwh by hour of the local year.`

export async function climate(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      epw: { type: 'string' },
      technology: { type: 'string' },
      losses: { type: 'string' },
      hourly: { type: 'boolean' },
      out: { type: 'string' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return EXIT.done
  }
  const technologyId = need('--technology', values.technology, 'an id of cooling.csv')
  const losses = readNumber('--losses', values.losses, 0, 1) ?? 0.06
  const weather = parseEpw(await readTextFile('--epw', values.epw, 'weather file'))
  const wet = weather.dryBulbC.map((dry, hour) => wetBulbC(dry, weather.humidityPercent[hour]!))
  const year = hourlyCooling(technologyId, { dryBulbC: weather.dryBulbC, wetBulbC: wet }, losses)
  const { pue, wueLPerKwh, ...summary } = year
  const place = { place: weather.place, lat: weather.lat, lon: weather.lon, technologyId }
  writeJson({ ...place, ...summary, ...(values.hourly ? { pue, wueLPerKwh } : {}) }, values.out)
  return EXIT.done
}
