import { createLibrary } from '../../src/main/library/createLibrary.ts'

/** Edits a plan without end, and says each edit only once the library has answered. */
const [libraryFile, resourcesFolder] = process.argv.slice(2) as [string, string]
const { calls } = createLibrary({ libraryFile, resourcesFolder, now: () => new Date() })
let opened = await calls['plans.open']({ id: 'meridian' })
for (;;) {
  const plan = structuredClone(opened.plan)
  const next = (plan.sites[0]!.power.gridLimitMw * 8 + 1) / 8
  plan.sites[0]!.power.gridLimitMw = next
  opened = await calls['plans.edit']({ id: plan.id, baseVersion: opened.version, label: 'Grid limit', plan })
  process.stdout.write(`${opened.version} ${next}\n`)
}
