import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>
}
/** What the command line alone loads, and only where a queue is asked for. */
const OF_THE_QUEUE = ['bullmq', 'ioredis']

/** Folder of a package as one that needs it finds it. */
function folderOf(name: string, from: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const folder = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (packages[folder]) return folder
    if (at === '') return undefined
  }
}

/** Folders of packages with all that they need. */
function closure(names: readonly string[], from = '', found = new Set<string>()): Set<string> {
  for (const name of names) {
    const folder = folderOf(name, from)
    if (folder === undefined || found.has(folder)) continue
    found.add(folder)
    const { dependencies = {}, optionalDependencies = {} } = packages[folder]!
    closure(Object.keys({ ...dependencies, ...optionalDependencies }), folder, found)
  }
  return found
}

test('desktop packages leave out what only the queue of the command line needs', () => {
  const all = Object.keys(packages['']!.dependencies ?? {})
  const others = closure(all.filter((name) => !OF_THE_QUEUE.includes(name)))
  const own = [...closure(OF_THE_QUEUE)].filter((folder) => !others.has(folder))
  const { length } = 'node_modules/'
  const top = own
    .map((folder) => folder.slice(length))
    .filter((name) => !name.includes('/node_modules/'))
    .map((name) => (name.startsWith('@') ? name.split('/')[0]! : name))
  const text = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')
  const left = [...text.matchAll(/"!node_modules\/\{([^}]*)\}\/\*\*"/g)].flatMap(([, list]) =>
    list!.split(','),
  )
  expect(left.toSorted()).toEqual([...new Set(top)].toSorted())
})
