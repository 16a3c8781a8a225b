import { readSiteYear } from '../../engine/time/readSiteYear.ts'
import { siteProfiles } from '../../engine/time/siteProfiles.ts'
import { AppFault } from '../../plan/fault.ts'
import { answerWith } from './askOnce.ts'
import type { HourlyAnswer, HourlyOrder } from './messages.ts'

answerWith(({ texts, choice }: HourlyOrder): HourlyAnswer => {
  try {
    return { profiles: siteProfiles(readSiteYear(texts), choice), faults: [] }
  } catch (error) {
    if (error instanceof AppFault) return { profiles: null, faults: error.faults }
    throw error
  }
})
