import { useMemo } from 'react'
import { getRegion } from '../../../catalog/find.ts'
import { type OverheadPoint, siteOverheads } from '../../../engine/climate/siteOverheads.ts'
import { type OverheadField, overheadRef, sampleRef } from '../../../engine/trace/aidc/overheadTraces.ts'
import { clockHour } from '../../../plan/calendar.ts'
import { Beside } from '../../parts/Beside.tsx'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { XyChart, type XyLine } from '../../parts/charts/XyChart.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { derived } from '../../state/plan/derived.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => clockHour(hour))

/** PUE and WUE of a site through the day in each quarter, and against the temperature outside. */
export function SiteClimate({ siteId }: { readonly siteId: string }) {
  const { sites: words, chart } = useWords()
  const { plan, catalog } = usePlan()
  const site = plan.sites.find((own) => own.id === siteId)!
  const points = useMemo(
    () => derived(() => placed(siteOverheads(site, getRegion(catalog, site.catalogRegionId)))),
    [site, catalog],
  )
  if (!points) return <Panel title={words.pue}>{words.unfit}</Panel>
  const byQuarter = (field: OverheadField): Series[] =>
    [0, 1, 2, 3].map((quarter) => ({
      name: words.quarter(String(quarter + 1)),
      trace: (hour) => overheadRef(field, siteId, { quarter, hour }),
      values: HOURS.map((_, hour) => {
        const own = points.filter((point) => point.quarter === quarter && point.hour === hour)
        return own.reduce((sum, point) => sum + point[field], 0) / own.length
      }),
    }))
  const isThirsty = points.some((point) => point.wueLPerKwh > 0)
  const sorted = [...points].sort((a, b) => a.dryBulbC - b.dryBulbC)
  const against = (name: string, field: OverheadField): XyLine => ({
    ...{ name, isScattered: true },
    points: sorted.map((point) => ({ x: point.dryBulbC, y: point[field] })),
    trace: (index) => overheadRef(field, siteId, sorted[index]!, sorted[index]!.place),
    traceX: (index) => sampleRef(siteId, sorted[index]!, sorted[index]!.place),
  })
  const origin = site.profiles?.weather ? words.imported(site.profiles.weather.place) : words.synthetic
  if (site.facility.givenPue !== undefined)
    return <Panel title={words.pue}>{words.given(String(site.facility.givenPue))}</Panel>
  return (
    <Beside>
      <SeriesChart
        title={words.pue}
        note={origin}
        unit=""
        labels={HOURS}
        head={chart.hourLocal}
        series={byQuarter('pue')}
        heightPx={260}
        from0={false}
      />
      {isThirsty && (
        <SeriesChart
          title={words.wue}
          note={origin}
          unit="L/kWh"
          labels={HOURS}
          head={chart.hourLocal}
          series={byQuarter('wueLPerKwh')}
        />
      )}
      <Panel title={words.against} note={words.againstNote}>
        <XyChart
          label={words.against}
          xTitle={words.dryBulb}
          yTitle={isThirsty ? words.pueAndWue : 'PUE'}
          isFrom0={false}
          lines={[against('PUE', 'pue'), ...(isThirsty ? [against('WUE, L/kWh', 'wueLPerKwh')] : [])]}
        />
      </Panel>
    </Beside>
  )
}

/** Which sample of its hour a point is: they come one hour after another. */
function placed(points: readonly OverheadPoint[]) {
  let place = 0
  return points.map((point, index) => {
    const before = points[index - 1]
    place = before?.quarter === point.quarter && before.hour === point.hour ? place + 1 : 0
    return { ...point, place }
  })
}
