import { checkDocument } from '../../plan/checkDocument.ts'
import { AppFault } from '../../plan/fault.ts'
import { Demand } from '../../plan/schema/agents.ts'

const ProfileOnly = Demand.pick({ profile: true })

/** Hours of a profile as typed or pasted: 24 of a day or 168 of a week, parted by commas, blanks or line ends. */
export function readProfileHours(text: string): number[] {
  const cells = text.split(/[\s,;]+/).filter(Boolean)
  const faults = cells.flatMap((cell, hour) =>
    Number.isFinite(Number(cell))
      ? []
      : [{ path: `profile.hours[${hour}]`, value: cell, expected: 'a number of 0 or more' }],
  )
  if (faults.length > 0) throw new AppFault('bad-input', 'The hours cannot be read', faults)
  const hours = cells.map(Number)
  if (hours.length !== 24 && hours.length !== 168)
    throw new AppFault('bad-input', 'The hours are no day and no week', [
      {
        path: 'profile.hours',
        value: `${hours.length} hours`,
        expected: '24 hours of a day or 168 of a week',
      },
    ])
  return checkDocument(ProfileOnly, { profile: { hours } }, 'The hours cannot be a profile').profile!.hours
}
