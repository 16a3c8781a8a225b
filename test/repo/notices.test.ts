import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { thirdPartyNotices } from '../../scripts/notices.ts'

const ROOT = join(import.meta.dirname, '../..')
const shipped = readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.md'), 'utf8').replaceAll('\r\n', '\n')

test('the notices are those of the packages installed; npm run notices writes them anew', () => {
  expect(shipped).toBe(thirdPartyNotices())
})

test('every direct dependency is named with its licence', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  for (const [name, version] of Object.entries(manifest.dependencies)) {
    expect(shipped).toMatch(new RegExp(`^## ${name} ${version}\n\n.*(MIT|BSD|Apache|ISC|OFL)`, 'm'))
  }
})
