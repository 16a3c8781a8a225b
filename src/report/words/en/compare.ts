import { type Figure, say } from '../../document.ts'

export const compare = {
  plans: 'What is compared',
  measured: (first: string) => say`The first, ${first}, is what the others are measured against.`,
  changed: (inputs: Figure) =>
    say`${inputs} inputs differ; what comes out is compared where both are solved.`,
  plan: 'Plan',
  status: 'Status',
  gap: 'Gap',
  hash: "Inputs' hash",
  unsolved: 'not solved as it stands',
  outputs: 'What comes out',
  figure: 'Figure',
  difference: (name: string) => `${name}, difference`,
  share: (name: string) => `${name}, change`,
  costs: 'Cost by line, present value',
  line: 'Line',
  chart: 'Cost by layer, present value',
  builds: 'What is built',
  site: 'Site',
  built: (name: string) => `${name}, built`,
  contracted: (name: string) => `${name}, grid`,
  inputs: 'What goes in',
  field: 'Input',
  source: 'Source of the last',
  same: say`All inputs agree.`,
}
