import { type Figure, say } from '../../document.ts'

export const summary = {
  heading: 'Summary for the board',
  serves: (plan: string, tokens: Figure, end: string, sites: Figure, unserved: Figure) =>
    say`${plan} serves ${tokens} in ${end} from ${sites} own sites and leased compute; ${unserved} of the demand of the whole horizon goes unserved. `,
  costs: (musd: Figure, levelised: Figure) => say`It costs ${musd} in present value, ${levelised}.`,
  binds: (layer: string, site: string, from: string, to: string, step: string, worth: Figure) =>
    say`Dearest limit: ${layer} at ${site}, ${from} to ${to}. At the margin the first ${step || 'unit'} there over that time is worth ${worth}.`,
  nothingBinds: say`No layer stands in the way of the demand.`,
  agrees: (lines: Figure) =>
    say` A second computation that shares no formula with the solver agrees in all of its ${lines} lines.`,
  disagrees: (lines: Figure) => say` A second computation DOES NOT AGREE with all of its ${lines} lines.`,
  keyFigures: 'Key figures',
  figure: 'Figure',
  value: 'Value',
  tokensServed: (end: string) => `Tokens served a day, ${end}`,
  unserved: 'Demand unserved, whole horizon',
  leased: 'Served by leased compute, whole horizon',
  netPresentCost: 'Net present cost',
  levelised: 'Levelised cost, input and output',
  levelisedOutput: 'Levelised cost, output alone',
  energyShare: 'Power in the cost',
  built: (end: string) => `IT load built, ${end}`,
  used: (end: string) => `IT load in use, ${end}`,
  contracted: (end: string) => `Grid power contracted, ${end}`,
  cake: (end: string) => `The seven layers at the peak of ${end}, all sites`,
  cakeChart: (end: string) => `Capacity (pale) and need (dark) of each layer at the peak of ${end}`,
  layer: 'Layer',
  capacity: 'Capacity',
  need: 'Need',
  headroom: 'Headroom',
  inUse: 'In use',
  limit: 'Limit',
  worth: (end: string) => `Worth of one more, in ${end} alone`,
  binding: 'Narrowest layer',
  isBinding: 'binds',
}
