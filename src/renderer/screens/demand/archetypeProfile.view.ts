import { getArchetype, hourlyProfile } from '../../../catalog/find.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { OwnProfile } from '../../../plan/schema/agents.ts'

/** The working day of an archetype with the level of its weekends: what a line's own hours begin with. */
export function archetypeProfile(catalog: Catalog, archetypeId: string): OwnProfile {
  const { profileId } = getArchetype(catalog, archetypeId)
  const weekday = hourlyProfile(catalog, profileId, 'weekday')
  const weekend = hourlyProfile(catalog, profileId, 'weekend')
  return {
    hours: weekday.values,
    weekendLevel: weekend.level / weekday.level,
    timeBasis: weekday.timeBasis === 'local' ? 'local' : 'utc',
  }
}
