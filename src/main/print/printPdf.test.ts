import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { AppFault } from '../../plan/fault.ts'
import { printPdf } from './printPdf.ts'

const made: string[] = []

afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true })))
})

async function standIn(script: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tokenworks-print-'))
  made.push(folder)
  const file = join(folder, 'chromium')
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
  vi.stubEnv('TOKENWORKS_CHROMIUM', file)
}

test.skipIf(process.platform === 'win32').each(['exit 0', 'echo no display >&2; exit 7'])(
  'a Chromium that ends without a file (%s) is told with what to do instead',
  async (script) => {
    await standIn(script)
    const fault = await printPdf('<p>report</p>').catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(AppFault)
    expect(fault).toMatchObject({ faults: [{ expected: expect.stringContaining('save HTML') }] })
  },
)
