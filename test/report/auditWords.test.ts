import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { auditResult } from '../../src/engine/audit/auditResult.ts'
import { readBranchResult, readSample } from '../../src/main/library/sample.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import type { AuditLine, Said } from '../../src/plan/result/audit.ts'
import { PlanResult } from '../../src/plan/result/result.ts'
import { nameIn } from '../../src/report/words/sayNames.ts'
import { getWords } from '../../src/report/words/words.ts'
import { AUDIT_PHRASES } from '../../src/report/words/zh/auditPhrases.ts'

const root = join(import.meta.dirname, '../..')
const checks = join(root, 'src/engine/audit')

/** What a template says, a gap for each of its values; templates in gaps are phrases of their own. */
function patternsIn(source: string): string[] {
  const found: string[] = []
  for (const { index } of source.matchAll(/\bsay`/g)) {
    let depth = 0
    let pattern = ''
    let at = index + 'say`'.length
    for (; depth > 0 || source[at] !== '`'; at++) {
      const isGap = source.startsWith('${', at)
      if (depth === 0 && !isGap) pattern += source[at]
      if (isGap && depth === 0) pattern += '{}'
      if (source[at] === '{') depth++
      if (source[at] === '}') depth--
      if (isGap && depth === 0) {
        depth = 1
        at++
      }
    }
    found.push(pattern)
  }
  return found
}

const patterns = new Set(
  readdirSync(checks, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => patternsIn(readFileSync(join(checks, name), 'utf8'))),
)

test('every phrase of the audit in the source has its Chinese, and no Chinese is of a phrase that went', () => {
  expect(patterns.size).toBeGreaterThan(140)
  expect(Object.keys(AUDIT_PHRASES).toSorted()).toEqual([...patterns].toSorted())
})

test.each([...patterns])('%s keeps what stands in its gaps', (pattern) => {
  const values = ['AAA', 'BBB', 'CCC', 'DDD'] as const
  const said = AUDIT_PHRASES[pattern]!(...values)
  const gaps = pattern.split('{}').length - 1
  // Kinds of cooling are words too.
  if (pattern !== '{} needs {} cooling')
    for (const value of values.slice(0, gaps)) expect(said).toContain(value)
  if (gaps < 4) expect(said).not.toContain(values[gaps])
  expect(said).not.toMatch(/[a-z]{3,} [a-z]{3,}/)
})

const resources = join(root, 'resources')
const plan = readSample(resources).branches.find((own) => own.id === 'meridian-campus-first')!
const result = PlanResult.parse(readBranchResult(resources, plan))
const report = auditResult(plan, await readCatalog(), result, result.inputsHash)

/** Chinese writes these as they are; the last word may end a name. */
const SYMBOLS = /^(MWh?|PUE|IT)? ?(IT|token)$|^\S+ token$/

test('findings of a whole audit are said in Chinese: no English words but names', () => {
  const names = new Set(namesIn(report.lines))
  const left = new Set<string>()
  for (const line of report.lines) {
    const said = getWords('zh').audit.sayFinding(line)
    expect(said).toMatch(/\p{Script=Han}/u)
    for (const [words] of said.matchAll(/[A-Za-z]{2,}(?: [A-Za-z]{2,})+/g))
      if (!SYMBOLS.test(words) && ![...names].some((name) => name.includes(words))) left.add(words)
    expect(getWords('en').audit.sayFinding(line)).toBe(line.sentence)
  }
  expect([...left]).toEqual([])
})

test('a finding calls places, accelerators, models and classes as the screens do, in Chinese too', () => {
  const at = (pattern: RegExp) => report.lines.find(({ sentence }) => pattern.test(sentence))!
  const used = at(/^NVIDIA \w+ \w+ that serve at \w+ in \w+, against those in service/)
  expect(getWords('zh').audit.sayFinding(used)).toMatch(/^\p{Script=Han}+ 在 \w+ 服务中的 NVIDIA \w+ \w+，/u)
  const tokens = at(/^Served, leased and unserved interactive-simple of \w+, /)
  expect(getWords('zh').audit.sayFinding(tokens)).toMatch(/^\p{Script=Han}+ .*交互·简单/u)
  const bought = at(/^Present value of \w+: accelerators: Purchase of NVIDIA/)
  expect(getWords('zh').audit.sayFinding(bought)).toMatch(
    /^\p{Script=Han}+：加速器：采购 NVIDIA \w+ \w+ 的现值/u,
  )
  const ids = new Set([...plan.sites, ...plan.accelerators, ...plan.models].map(({ id }) => id))
  const bare = report.lines.filter((line) => namesIn([line]).some((name) => ids.has(name)))
  expect(bare.map(({ sentence }) => sentence)).toEqual([])
})

/** What stands in the gaps as it is. */
function namesIn(lines: readonly AuditLine[]): string[] {
  const own = ({ values }: Said): string[] =>
    values.flatMap((value) => {
      if (typeof value !== 'object') return [String(value)]
      return 'pattern' in value ? own(value) : [value.name, nameIn(value, 'zh')]
    })
  return lines.flatMap((line) => own(line.what))
}
