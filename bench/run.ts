import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hasCbc } from './cbc.ts'
import { compare } from './compare.ts'
import { hasGlpsol } from './glpsol.ts'
import { SIZES, type SizeName } from './instance/sizes.ts'
import type { Measurement, Task, What } from './measurement.ts'
import { hasNative } from './native.ts'
import { report } from './report.ts'

/** `npm run bench`: see README.md. */
const BASELINE = join(import.meta.dirname, 'baseline.json')
const CHILD = join(import.meta.dirname, 'measure.ts')

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'Small' },
    seeds: { type: 'string', default: '1-5' },
    gap: { type: 'string', default: '0.01' },
    time: { type: 'string', default: '120' },
    cap: { type: 'string', default: '5' },
    only: { type: 'string' },
    past: { type: 'boolean', default: false },
    json: { type: 'string' },
    save: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
  },
})

function readSizes(text: string): SizeName[] {
  const names = Object.keys(SIZES) as SizeName[]
  return text.split(',').map((part) => {
    const name = names.find((known) => known.toLowerCase() === part.trim().toLowerCase())
    if (!name) throw new Error(`--size ${part}: one of ${names.join(', ')}`)
    return name
  })
}

function readSeeds(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').map(Number)
    if (first === undefined || last === undefined || !(first >= 0 && last >= first))
      throw new Error(`--seeds ${text}: seeds or ranges such as 1-5,8`)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
}

function measure(task: Task): Measurement {
  const text = execFileSync(process.execPath, [CHILD, JSON.stringify(task)], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return JSON.parse(text)
}

/** The baseline with what was measured now in the place of the same measured before. */
function mergeBaseline(now: readonly Measurement[]): Measurement[] {
  const nameOf = ({ what, size, seed }: Measurement) => `${what} ${size} ${seed}`
  const names = new Set(now.map(nameOf))
  const before: Measurement[] = JSON.parse(readFileSync(BASELINE, 'utf8'))
  return [...before.filter((own) => !names.has(nameOf(own))), ...now]
}

const gapShare = Number(values.gap)
const rivals: readonly What[] = [
  ...(['relaxation', 'edits', 'monolithic'] as const),
  ...(hasNative() ? (['native'] as const) : []),
  ...(hasGlpsol() ? (['glpsol'] as const) : []),
  ...(hasCbc() ? (['cbc'] as const) : []),
]
const others = rivals.filter((what) => values.only === undefined || values.only.split(',').includes(what))
const measurements: Measurement[] = []
for (const size of readSizes(values.size)) {
  for (const seed of readSeeds(values.seeds)) {
    process.stderr.write(`${size} ${seed}: ours`)
    const own = measure({ what: 'ours', size, seed, gapShare, timeLimitS: Number(values.time) })
    measurements.push(own)
    for (const what of others) {
      process.stderr.write(`, ${what}`)
      const ownS = what === 'native' ? own.cpuS : own.wallS
      const timeLimitS = what === 'edits' ? Number(values.time) : Math.max(2, ownS * Number(values.cap))
      measurements.push(measure({ what, size, seed, gapShare, timeLimitS, goesOn: values.past }))
    }
    process.stderr.write('\n')
  }
}
console.log(report(measurements, gapShare))
const text = `${JSON.stringify(measurements, null, 1)}\n`
if (values.json !== undefined) writeFileSync(values.json, text)
if (values.compare) {
  const worse = compare(JSON.parse(readFileSync(BASELINE, 'utf8')), measurements)
  console.log(worse.length === 0 ? '\nNothing got worse than the baseline.' : `\n${worse.join('\n')}`)
  if (worse.length > 0) process.exitCode = 1
}
if (values.save) writeFileSync(BASELINE, `${JSON.stringify(mergeBaseline(measurements), null, 1)}\n`)
