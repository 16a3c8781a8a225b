import { softwareAge } from '../names/softwareName.ts'
import { type ServingQuery, scenarioIn, softwareIn } from '../query.ts'
import type { Band, Bands, Factors, Familiarity } from './factors.ts'
import { familiarityOf, isNewPrecision, isNewSetup } from './familiarity.ts'
import { yearsBeyond } from './resolveCoefficients.ts'

/**
 * P10 and P90 of what a query may measure over what is predicted, where its speed has such an elasticity and runs near it
 * leave so much of the deviation: how far software has come since it was measured, a run tells.
 */
export function bandFor(
  factors: Bands &
    Pick<Factors, 'effects' | 'trends' | 'setups' | 'newPrecision' | 'newSetup' | 'laterPerYear'>,
  query: ServingQuery,
  elasticity: number,
  left = 1,
): Band {
  const newPrecision = isNewPrecision(factors, query) ? factors.newPrecision : 1
  const later = laterWidening(factors.laterPerYear, yearsBeyond(factors, query) * left)
  const band = bandOf(factors, familiarityOf(factors, query), query, elasticity * newPrecision * later)
  return isNewSetup(factors, query) ? inNewSetup(band, factors.newSetup * elasticity * left) : band
}

/** A band with what nobody has measured of the software, where that is off by so much by itself, in logarithms. */
export function inNewSetup(band: Band, deviation: number): Band {
  const wider = (side: number) => Math.exp(Math.hypot(side, deviation))
  return {
    ...band,
    p10: 1 / wider(Math.min(0, Math.log(band.p10))),
    p90: wider(Math.max(0, Math.log(band.p90))),
  }
}

/** How much wider, in logarithms, a band is so many years beyond what was measured: what software gains is off by itself. */
export function laterWidening(laterPerYear: number, years: number): number {
  return Math.hypot(1, laterPerYear * years)
}

/**
 * Where vendors' software scatters by itself: bands of hardware that no row had are of what hardware differs by, which is more.
 */
const KNOWN_HARDWARE: ReadonlySet<Familiarity> = new Set<Familiarity>(['known', 'new-pair', 'new-model'])

/** The same of a query that is known so well. */
export function bandOf(
  { bands, bandsByAge, scatter, anchoredScatter }: Bands,
  familiarity: Familiarity,
  query: ServingQuery,
  elasticity: number,
): Band {
  const band = bandsByAge[softwareAge(softwareIn(query))][familiarity] ?? bands[familiarity]
  const scattered = KNOWN_HARDWARE.has(familiarity) ? (scatter[scatterOf(query)] ?? 1) : 1
  const wider = scattered * elasticity
  const anchoredWidening = band.anchoredWidening * (anchoredScatter[scenarioIn(query)] ?? 1)
  return { ...band, p10: band.p10 ** wider, p90: band.p90 ** wider, anchoredWidening }
}

/** What rows that scatter alike have in common. */
export function scatterOf(query: ServingQuery): string {
  return `${query.accelerator.ecosystem} ${softwareIn(query)}`
}

/** However near a run is, this much of the width of a band stays. */
const LEAST_WIDTH = 0.2

/** Share of a band's width, in logarithms, where runs leave so much of the standard deviation. */
export function anchoredWidth({ anchoredWidening }: Pick<Band, 'anchoredWidening'>, left: number): number {
  return left >= 1 ? 1 : Math.min(1, Math.hypot(anchoredWidening * left, LEAST_WIDTH))
}
