import { runSweep } from '../../engine/vary/runSweep.ts'
import { SweepSpec } from '../../plan/cases/sweepSpec.ts'
import { checkDocument } from '../../plan/checkDocument.ts'
import { AppFault } from '../../plan/fault.ts'
import { readNumberAt } from '../../plan/planPath.ts'
import { writeJson } from '../arguments/caseCommand.ts'
import { EXIT } from '../arguments/exit.ts'
import { need, readLimits, readNumber } from '../arguments/options.ts'
import { readPlanFile } from '../arguments/planFile.ts'
import { readArguments } from '../arguments/readArguments.ts'
import { openThreads } from './runInThreads.ts'

const HELP = `tokenworks breakeven PLAN --input PATH --flips DECISION [--from N] [--to N] [--tolerance SHARE] [--gap SHARE] [--out FILE]

At which value of an input a decision turns: the plan is solved at both ends, then the range is halved until its two
sides are within the tolerance. Two plans within the gap of one another may decide either way: make it small.
  --input      a number of the plan, as in sites[ash].power.energyUsdPerMwh
  --flips      site:ID, accelerator:ID, lease:ID, api:ID, plant:SITE/ID, contract:SITE/ID, unserved, feasible or cost<MUSD
  --from --to  the range (default: a quarter of the value to four times it)
  --tolerance  width of the answer (default 0.01, one percent)`

const text = { type: 'string' } as const

export async function breakeven(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    input: text,
    flips: text,
    from: text,
    to: text,
    tolerance: text,
    gap: text,
    time: text,
    out: text,
  })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const plan = await readPlanFile(positionals[0])
  const path = need('--input', values.input, 'the path of a number of the plan')
  const now = readNumberAt(plan, path)
  const from = readNumber('--from', values.from, -1e12, 1e12) ?? rangeEnd(path, now, 0.25)
  const to = readNumber('--to', values.to, -1e12, 1e12) ?? rangeEnd(path, now, 4)
  const limits = readLimits(values)
  const toleranceShare = readNumber('--tolerance', values.tolerance, 0, 0.5)
  const document = {
    kind: 'threshold',
    path,
    from,
    to,
    flips: values.flips,
    ...limits,
    toleranceShare,
  }
  const spec = checkDocument(SweepSpec, document, 'The question is wrong')
  const pool = openThreads({ plan, designs: [] }, 1, new Map(), ({ id, kind, message }) =>
    console.error(`${path} = ${id}: ${message || kind}`),
  )
  try {
    const report = await runSweep(spec, 0, pool.run)
    if (values.out !== undefined) writeJson(report, values.out)
    const { flips, value, below, above } = report.threshold!
    const side = (own: typeof below) => `at ${Number(own.value.toPrecision(5))} ${own.holds ? 'yes' : 'no'}`
    const turn = value === null ? 'does not turn in the range' : `turns at ${Number(value.toPrecision(4))}`
    console.log(
      `${flips} ${turn}: ${side(below)}, ${side(above)}${now === undefined ? '' : `; the plan has ${now}`}`,
    )
    return EXIT.done
  } finally {
    await pool.close()
  }
}

function rangeEnd(path: string, now: number | undefined, factor: number): number {
  if (now !== undefined && now !== 0) return now * factor
  throw new AppFault('bad-input', 'The plan says no number there', [
    { path, value: now, expected: 'a range by --from and --to' },
  ])
}
