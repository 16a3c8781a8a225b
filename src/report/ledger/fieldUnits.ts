/** Units by how a field's name ends; the first that fits holds. Names carry their unit all over the house. */
const ENDINGS: readonly (readonly [ending: RegExp, unit: string])[] = [
  // Numbers of months, not how many.
  [/^ratchetOnlyMonths$/, ''],
  [/Usd(?:Per)?KwMonth$/, '$/kW month'],
  [/UsdPerKwYe?a?r$/, '$/kW year'],
  [/UsdPerKwIt$/, '$/kW IT'],
  [/UsdPerKwOrKva$/, '$/kW'],
  [/UsdPerKw$/, '$/kW'],
  [/Usd(?:Per)?Mwh$/, '$/MWh'],
  [/UsdPerMTok$|^usdPerM(?:Input|CachedInput|Output)$/, '$ per million tokens'],
  [/[uU]sdPerAccelH$|^usdPerGpuH/, '$ per accelerator hour'],
  [/UsdPerAccel$/, '$ per accelerator'],
  [/UsdPerUnit$/, '$'],
  [/Usd(?:Low|High)$|^priceUsd$/, '$'],
  [/UsdPerTonne$/, '$ per tonne'],
  [/UsdPerGb$/, '$/GB'],
  [/MusdPerMwYear$/, 'M$/MW year'],
  [/MusdPerMw/, 'M$/MW'],
  [/Musd(?:PerSite|ByYear)?$/, 'M$'],
  [/MwPerQuarter$/, 'MW a quarter'],
  [/ItMw(?:ByPeriod)?$|MwIt$/, 'MW IT'],
  [/Mw$/, 'MW'],
  [/(?:It|it|Rack)Kw$/, 'kW'],
  [/MTokS$/, 'Mtok/s'],
  [/(?:unserved|leased|awayFromEdge)MTok$/, 'Mtok'],
  [/[hH]oursPerYear$/, 'h a year'],
  [/[hH]oursPerEvent$/, 'h'],
  [/MmbtuPerDay$/, 'MMBtu a day'],
  [/MmbtuPerMwhHhv$/, 'MMBtu/MWh'],
  [/(?:[cC]hange|Rate|Share|escalator|interest)PerYear$/, 'share a year'],
  [/([sS]hare|Frac|FactorMax|Credit|eff\d+pct)$/, 'share'],
  [/^utilisationCap/, 'share'],
  [/[mM]onths(?:Typical|Min|Typ|Max|ByPeriod)?$/, 'months'],
  [/Weeks(?:Min|Max)?$/, 'weeks'],
  [/Years$|[tT]imeYr$/, 'years'],
  [/Quarters$/, 'quarters'],
  [/(?:Rtt|rtt|tpot)Ms$|MsP95$/, 'ms'],
  [/(?:Offset|duration)H$/, 'h'],
  [/Gb$/, 'GB'],
  [/TbS$/, 'TB/s'],
  [/GbS(?:Unidir)?$/, 'GB/s'],
  [/GbitSPerAccel$/, 'Gbit/s'],
  [/TflopsDense$/, 'TFLOP/s'],
  [/TopsDense$/, 'TOP/s'],
  [/(?:tdp|PerAccel(?:Low|High)?)W?$/, 'W'],
  [/[pP]aramsB$|CalcB$/, 'B'],
  [/(?:Db|Wb)C$/, '°C'],
  [/^gco2/, 'g/kWh'],
  [/^wue/, 'L/kWh'],
  [/^peakCoolKw/, 'kW per kW IT'],
  [/^(?:lat|lon)$/, '°'],
  [/TokensPerCall$/, 'tokens per call'],
  [/LimitS$/, 's'],
  [/UsdPerSiteYear$/, '$ per site and year'],
  [/^usdPerMwh$/, '$/MWh'],
  [/UsdPerM3$/, '$/m³'],
  [/[tT]onnesPerYear$/, 't a year'],
  [/^carbonTonnes$/, 't'],
  [/M3PerYear$/, 'm³ a year'],
  [/^ttftMs$/, 'ms'],
]

export function unitOfField(name: string): string {
  return ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? ''
}

/** Units at the end of a name, which stand beside it anyway. */
const UNIT_AT_END = /(?<=[a-z])(Musd|Usd|ItMw|Mw|Kw|MTokS)(Per[A-Z]\w*)?$/

/** A field that refers to a thing is called by the thing: `catalogRegionId` as catalog region. */
const ID_AT_END = /(?<=[a-z])Id$/

/** What a field of a plan is called, without its unit: in the words given, else as its name in the file reads. */
export function nameOfField(name: string, fieldWords: Readonly<Record<string, string>>): string {
  return fieldWords[name] ?? wordsOfField(name.replace(UNIT_AT_END, '').replace(ID_AT_END, ''))
}

/** `gridLimitMw` as `grid limit mw`: words that can be read and still be found in the file. */
export function wordsOfField(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
}
