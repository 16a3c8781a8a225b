import { compileLate } from '../main/compileLate.ts'
import { AppFault, describeFault } from '../plan/fault.ts'
import { EXIT } from './arguments/exit.ts'
import { breakeven } from './decide/breakeven.ts'
import { refreshAge } from './decide/refreshAge.ts'
import { sweep } from './decide/sweep.ts'
import { why } from './decide/why.ts'
import { compare } from './files/compare.ts'
import { exportFrom } from './files/export.ts'
import { importInto } from './files/import.ts'
import { report } from './files/report.ts'
import { audit } from './plan/audit.ts'
import { catalog } from './plan/catalog.ts'
import { check } from './plan/check.ts'
import { market } from './plan/market.ts'
import { money } from './plan/money.ts'
import { newPlan } from './plan/newPlan.ts'
import { solve } from './plan/solve.ts'
import { climate } from './power/climate.ts'
import { cooling } from './power/cooling.ts'
import { days } from './power/days.ts'
import { dispatch } from './power/dispatch.ts'
import { gridWorthCommand } from './power/gridWorth.ts'
import { profiles } from './power/profiles.ts'
import { reliability } from './power/reliability.ts'
import { screening } from './power/screening.ts'
import { sizing } from './power/sizing.ts'
import { tariff } from './power/tariff.ts'
import { work } from './queue/work.ts'
import { serve } from './serve.ts'
import { demand } from './tokens/demand.ts'
import { fleet } from './tokens/fleet.ts'
import { throughput } from './tokens/throughput.ts'

/** A command reads its own arguments and answers with an exit code. */
type Command = (args: readonly string[]) => Promise<number>

const COMMANDS: Record<string, { readonly run: Command; readonly about: string }> = {
  solve: { run: solve, about: 'size a plan and write its result' },
  check: { run: check, about: 'read a plan and name what is wrong with it' },
  throughput: { run: throughput, about: 'tokens per second of a model on an accelerator' },
  audit: { run: audit, about: 'check a result with code that the solver does not share' },
  why: { run: why, about: 'what binds in a solved plan, and what widening it is worth' },
  breakeven: { run: breakeven, about: 'at which value of an input a decision turns' },
  'refresh-age': { run: refreshAge, about: 'at which age it pays to retire and replace accelerators' },
  sweep: {
    run: sweep,
    about: 'scenarios, tornado, threshold, Monte Carlo and fronts, on all cores or on a queue',
  },
  work: { run: work, about: 'take tasks of sweeps from a queue, until stopped' },
  compare: { run: compare, about: 'two to six plans side by side, or what changed between two revisions' },
  import: { run: importInto, about: 'what a spreadsheet, map, weather or meter file would change in a plan' },
  export: {
    run: exportFrom,
    about: 'a plan as workbook, map, calendar, PyPSA folder; JSON Schemas; a whole library',
  },
  report: { run: report, about: 'the build-out report of a solved plan' },
  tariff: { run: tariff, about: 'bills of a year: meter, minimum take, ratchet' },
  reliability: { run: reliability, about: 'how long a backup chain carries its load' },
  sizing: { run: sizing, about: 'units of electrical and cooling trains, with order-by dates' },
  'grid-worth': { run: gridWorthCommand, about: 'what an earlier grid connection is worth' },
  screening: { run: screening, about: 'which plant is cheapest at how many hours a year' },
  days: { run: days, about: 'representative days of a year of hourly files' },
  profiles: { run: profiles, about: 'hours of a site (price, carbon, load, weather) into its plan' },
  dispatch: { run: dispatch, about: 'hours of representative days of a solved plan' },
  cooling: { run: cooling, about: 'cooling technologies at a site, what each costs and refuses' },
  climate: { run: climate, about: 'PUE and WUE hour by hour from a weather file' },
  demand: { run: demand, about: 'tokens of a plan by line; sizes and profile of a measured trace' },
  money: { run: money, about: 'revenue, margin and levelised cost of a solved plan' },
  market: { run: market, about: 'prices of both sides of the market by period, and how each comes about' },
  fleet: { run: fleet, about: 'accelerators behind token volumes, from measured rates' },
  catalog: { run: catalog, about: 'find hardware, models, places, firms and prices by any name' },
  new: { run: newPlan, about: 'write a plan from a template' },
  serve: { run: serve, about: 'the screens in the browser of this computer, until stopped' },
}

const USAGE = `tokenworks COMMAND [options]

${Object.entries(COMMANDS)
  .map(([name, { about }]) => `  ${name.padEnd(12)}${about}`)
  .join('\n')}

Each command explains itself with --help.
Exit codes: 0 done, 1 a bug, 2 wrong input, 3 infeasible, 4 no plan found in time, 5 audit failed.`

async function main([name = '--help', ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === 'help') {
    console.log(USAGE)
    return EXIT.done
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    console.error(`Unknown command ${name}\n\n${USAGE}`)
    return EXIT.badInput
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (error instanceof AppFault) {
      console.error(error.message)
      for (const fault of error.faults) console.error(`  ${describeFault(fault)}`)
      return EXIT.badInput
    }
    if (isBadOption(error)) {
      console.error(`${error.message}\nSee tokenworks ${name} --help`)
      return EXIT.badInput
    }
    throw error
  }
}

function isBadOption(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS')
  )
}

compileLate()
process.exitCode = await main(process.argv.slice(2))
