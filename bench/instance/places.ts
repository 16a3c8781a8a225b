/** A cluster of places within one zone of residency; ids are rows of the regions catalog. */
interface Cluster {
  readonly zone: string
  readonly utcOffsetH: number
  /** Where demand arises, first come first taken. */
  readonly regions: readonly string[]
  /** Where sites may stand: metros and cheap land in turn. */
  readonly sites: readonly string[]
}

const CLUSTERS: readonly Cluster[] = [
  {
    zone: 'us',
    utcOffsetH: -6,
    regions: ['us-nova', 'us-tx-dfw', 'us-oregon', 'us-georgia', 'us-phoenix', 'us-ohio', 'us-utah'],
    sites: ['us-tx-west', 'us-nova', 'us-iowa', 'us-ohio', 'us-ndakota', 'us-georgia', 'us-oregon'],
  },
  {
    zone: 'eu',
    utcOffsetH: 1,
    regions: [
      'de-frankfurt',
      'fr-paris',
      'nl-amsterdam',
      'es-madrid',
      'it-milan',
      'pl-warsaw',
      'se-stockholm',
    ],
    sites: ['no-narvik', 'de-frankfurt', 'es-aragon', 'fr-paris', 'fi-hamina', 'se-lulea', 'nl-amsterdam'],
  },
  {
    zone: 'apac',
    utcOffsetH: 8,
    regions: ['jp-tokyo', 'sg-singapore', 'kr-seoul', 'in-mumbai', 'au-sydney', 'id-jakarta'],
    sites: ['my-johor', 'jp-osaka', 'in-hyderabad', 'sg-singapore', 'au-melbourne', 'kr-seoul'],
  },
]

/** A place taken by a region or a site of the instance. */
export interface Place {
  readonly catalogRegionId: string
  readonly zone: string
  readonly utcOffsetH: number
}

/** The first so many places, one cluster after another in turn. */
export function takePlaces(kind: 'regions' | 'sites', count: number): Place[] {
  return Array.from({ length: count }, (_, index) => {
    const cluster = CLUSTERS[index % CLUSTERS.length]!
    const list = cluster[kind]
    const catalogRegionId = list[Math.floor(index / CLUSTERS.length)]!
    return { catalogRegionId, zone: cluster.zone, utcOffsetH: cluster.utcOffsetH }
  })
}
