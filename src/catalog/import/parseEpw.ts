import { AppFault, type InputFault } from '../../plan/fault.ts'

/** A year of hourly weather of one place. */
export interface EpwWeather {
  readonly place: string
  readonly lat: number
  readonly lon: number
  readonly utcOffsetH: number
  /** [hour of the local year]. */
  readonly dryBulbC: readonly number[]
  readonly humidityPercent: readonly number[]
}

const HEADER_LINES = 8
const HOURS = 8760
const MOST_FAULTS = 20
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Positions in a data line (EnergyPlus weather format). */
const FIELD = { month: 1, day: 2, hour: 3, dryBulb: 6, humidity: 8 } as const

/**
 * Reads an EnergyPlus weather file: eight header lines, then 8,760 hours in order. Missing hours, values out of range
 * and the format's marks for missing values (99.9, 999) are faults with the file's own line number.
 */
export function parseEpw(text: string): EpwWeather {
  const lines = text.split(/\r?\n/)
  while (lines.at(-1)?.trim() === '') lines.pop()
  const place = readPlace(lines[0] ?? '')
  const faults: InputFault[] = []
  const rows = lines.slice(HEADER_LINES).map((line) => line.split(','))
  const isLeap = rows.length === HOURS + 24
  checkOrder(rows, faults)
  const pick = (row: readonly string[], index: number, field: number, what: Range) => {
    const cell = row[field]?.trim() ?? ''
    const value = cell === '' ? Number.NaN : Number(cell)
    if (!(value >= what.least && value <= what.most)) {
      faults.push({
        path: `line ${HEADER_LINES + 1 + index}, field ${field + 1}`,
        value: cell,
        expected: `${what.name}: a number from ${what.least} to ${what.most}; fill missing values first`,
      })
    }
    return value
  }
  const dryBulbC = rows.map((row, index) => pick(row, index, FIELD.dryBulb, DRY_BULB))
  const humidityPercent = rows.map((row, index) => pick(row, index, FIELD.humidity, HUMIDITY))
  if (rows.length !== HOURS) {
    faults.push({
      path: `line ${lines.length + 1}`,
      value: `${rows.length} hours`,
      expected: `8,760 hours after ${HEADER_LINES} header lines${isLeap ? ': remove 29 February' : ''}`,
    })
  }
  if (faults.length > 0)
    throw new AppFault('bad-input', 'The weather file has faults', faults.slice(0, MOST_FAULTS))
  return { ...place, dryBulbC, humidityPercent }
}

interface Range {
  readonly name: string
  readonly least: number
  readonly most: number
}

const DRY_BULB: Range = { name: 'dry bulb, deg C', least: -70, most: 70 }
const HUMIDITY: Range = { name: 'relative humidity, %', least: 0, most: 110 }

function readPlace(line: string): Pick<EpwWeather, 'place' | 'lat' | 'lon' | 'utcOffsetH'> {
  const cells = line.split(',').map((cell) => cell.trim())
  const [lat, lon, utcOffsetH] = [6, 7, 8].map((field) => Number(cells[field] || Number.NaN))
  if (cells[0] !== 'LOCATION' || ![lat, lon, utcOffsetH].every(Number.isFinite)) {
    throw new AppFault('bad-input', 'This is no EnergyPlus weather file', [
      {
        path: 'line 1',
        value: line,
        expected: 'LOCATION, city, ..., latitude, longitude, time zone, elevation',
      },
    ])
  }
  return { place: cells[1] ?? '', lat: lat!, lon: lon!, utcOffsetH: utcOffsetH! }
}

/** The first hour that is not the one after its predecessor; those behind it would all be off by as much. */
function checkOrder(rows: readonly (readonly string[])[], faults: InputFault[]): void {
  let [month, day, hour] = [1, 1, 1]
  for (const [index, row] of rows.entries()) {
    const found = [FIELD.month, FIELD.day, FIELD.hour].map((field) => Number(row[field]))
    if (found[0] !== month || found[1] !== day || found[2] !== hour) {
      faults.push({
        path: `line ${HEADER_LINES + 1 + index}`,
        value: `month ${row[FIELD.month]}, day ${row[FIELD.day]}, hour ${row[FIELD.hour]}`,
        expected: `month ${month}, day ${day}, hour ${hour}: an hour is missing, twice there or out of order`,
      })
      return
    }
    hour += 1
    if (hour <= 24) continue
    hour = 1
    day += 1
    if (day <= DAYS_OF_MONTH[month - 1]!) continue
    day = 1
    month = (month % 12) + 1
  }
}
