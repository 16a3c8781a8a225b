import type { TourStepId } from '../../tour/tourSteps.ts'

export const tour = {
  title: 'Tour',
  step: (at: number, of: number) => `${at} of ${of}`,
  next: 'Next',
  back: 'Back',
  skip: 'Skip the tour',
  done: 'Begin',
  steps: {
    welcome: {
      title: 'A finished plan to look around in',
      text: 'Meridian Tokens is an AI factory of several sites, solved and audited. Everything in it may be changed; undo brings it back. Make a branch to keep the original beside your own.',
    },
    cake: {
      title: 'Seven layers in one unit',
      text: 'From demand down to power, each layer shows what it could carry and what it must, in tokens per second. The one with no headroom keeps the plan from more.',
    },
    binds: {
      title: 'What binds, and what widening it is worth',
      text: 'Where and when a limit holds the plan back, and what one more megawatt, rack or link would save.',
    },
    inputs: {
      title: 'Inputs, layer by layer',
      text: 'Tables work as in a spreadsheet: type, paste blocks, fill down. Units are understood (“1.2 GW”, “40 c/kWh”). Below the table stand a value’s default, source and age.',
    },
    solve: {
      title: 'Solve again',
      text: 'After a change, solve: progress shows the best plan found and how far it may be off at most. Stop whenever that is near enough; the best plan is kept.',
    },
    decide: {
      title: 'Vary, compare, report',
      text: 'Ask what happens if the forecast is wrong, compare branches side by side, and hand over a report with order-by dates and every source.',
    },
    help: {
      title: 'Never lost',
      text: 'F1 explains the screen in view and every formula behind it. Ctrl+K finds any command by name, ? shows the keys. Files may be dropped anywhere.',
    },
  } satisfies Record<TourStepId, { title: string; text: string }>,
}
