import { afterAll, beforeAll, expect } from 'vitest'
import { type E2e, type E2eOptions, startE2e } from './harness.ts'

/**
 * One host with a new library and one page for all tests of a file. At the end the page must have written no error
 * to its console and thrown none.
 */
export function onePage(options: E2eOptions = {}): E2e {
  let started: E2e | undefined
  beforeAll(async () => {
    started = await startE2e(options)
    // The address carries the ticket until the page has traded it.
    if (!options.pageFolder) await started.page.locator('main h1').first().waitFor()
  })
  afterAll(async () => {
    const errors = [...(started?.errors ?? [])]
    await started?.stop()
    expect(errors).toEqual([])
  })
  return new Proxy({} as E2e, {
    get: (_, name) => {
      if (!started) throw new Error('The page is asked for before it is started')
      return Reflect.get(started, name)
    },
  })
}
