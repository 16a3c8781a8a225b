import { say } from '../../document.ts'

export const binding = {
  heading: 'What binds and what it is worth',
  none: say`No layer stands in the way of the demand.`,
  about: say`Each line is a limit that is exhausted. Its worth is the present value that one more unit over those periods would save at the margin: an offer below it is worth taking, and the figures do not add up over lines.`,
  title: 'Limits that bind, dearest first',
  layer: 'Layer',
  site: 'Site',
  from: 'From',
  to: 'To',
  inUse: 'In use at the end',
  limit: 'Limit',
  oneMore: 'One more',
  saves: 'would save',
}
