import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OpenedPlan } from '../../src/contract/contract.ts'
import { createLibrary } from '../../src/main/library/createLibrary.ts'

const KILLS = 30
const resourcesFolder = join(import.meta.dirname, '../../resources')

/** Lets the editor run until it is killed; returns the last edit that it said was saved. */
function editUntilKilled(libraryFile: string, edits: number, extraMs: number): Promise<string> {
  return new Promise((done, failed) => {
    const script = join(import.meta.dirname, 'editForever.ts')
    const child = spawn(process.execPath, [script, libraryFile, resourcesFolder])
    let text = ''
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.stdout.on('data', (chunk) => {
      text += chunk
      if (text.split('\n').length > edits) setTimeout(() => child.kill('SIGKILL'), extraMs)
    })
    child.on('exit', (_code, signal) =>
      signal === 'SIGKILL'
        ? done(text.slice(0, text.lastIndexOf('\n')).split('\n').at(-1)!)
        : failed(new Error(errors)),
    )
  })
}

test(`${KILLS} kills at any moment lose no edit that was said to be saved`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokenworks-crash-'))
  const libraryFile = join(folder, 'library.sqlite')
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      const [version, limit] = (await editUntilKilled(libraryFile, 1 + (kill % 3), (kill * 1.7) % 11)).split(
        ' ',
      )
      const { calls, close } = createLibrary({ libraryFile, resourcesFolder, now: () => new Date() })
      const opened = (await calls['plans.open']({ id: 'meridian' })) as OpenedPlan
      close()
      const found = opened.plan.sites[0]!.power.gridLimitMw
      // One more may have been written than was said; never one less, never half of one.
      expect(opened.version).toBeGreaterThanOrEqual(Number(version))
      expect(found).toBe(Number(limit) + (opened.version - Number(version)) / 8)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
