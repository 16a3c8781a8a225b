import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contract, Fault, type Handlers } from '../contract/contract.ts'
import { AppFault } from '../plan/fault.ts'
import { createDispatcher } from './dispatch.ts'

function handlersThat(answer: () => unknown): Handlers {
  return Object.fromEntries(Object.keys(contract).map((channel) => [channel, answer])) as unknown as Handlers
}

function dispatcherThat(answer: () => unknown) {
  const bugs: unknown[][] = []
  return { bugs, dispatch: createDispatcher(handlersThat(answer), (...bug) => bugs.push(bug)) }
}

test('the list of calls is the one that was reviewed', () => {
  expect(Object.keys(contract)).toMatchInlineSnapshot(`
    [
      "app.info",
      "settings.read",
      "settings.write",
      "desktop.showMenu",
      "desktop.openFiles",
      "desktop.takeFiles",
      "catalog.read",
      "measurements.read",
      "templates.list",
      "plans.list",
      "plans.search",
      "plans.open",
      "plans.createFromTemplate",
      "plans.import",
      "plans.export",
      "plans.duplicate",
      "plans.branch",
      "plans.promote",
      "plans.edit",
      "plans.undo",
      "plans.redo",
      "plans.changes",
      "plans.setShelf",
      "plans.erase",
      "exchange.preview",
      "exchange.accept",
      "exchange.export",
      "library.export",
      "library.import",
      "reports.compare",
      "reports.write",
      "reports.stop",
      "revisions.list",
      "revisions.add",
      "revisions.read",
      "results.save",
      "results.read",
    ]
  `)
})

test('a good call answers with the value', async () => {
  const { dispatch } = dispatcherThat(() => [])
  expect(await dispatch('plans.list', null)).toEqual({ ok: true, value: [] })
})

test.each(['toString', '__proto__', 'constructor', '', 'plans.drop'])('%s is no call', async (channel) => {
  const { dispatch, bugs } = dispatcherThat(() => [])
  expect(await dispatch(channel, null)).toMatchObject({ ok: false, fault: { code: 'bad-input' } })
  expect(bugs).toEqual([])
})

test('a wrong body names the field', async () => {
  const { dispatch } = dispatcherThat(() => null)
  expect(await dispatch('plans.erase', { id: 7 })).toMatchObject({
    ok: false,
    fault: { code: 'bad-input', faults: [{ path: 'id' }] },
  })
})

test('an expected failure crosses as it is, with its faults', async () => {
  const faults = [{ path: 'sites[0].id', value: 'x', expected: 'an id used once' }]
  const { dispatch, bugs } = dispatcherThat(() => {
    throw new AppFault('conflict', 'Stale', faults)
  })
  expect(await dispatch('plans.list', null)).toEqual({
    ok: false,
    fault: { code: 'conflict', message: 'Stale', faults },
  })
  expect(bugs).toEqual([])
})

test.each([
  ['thrown', () => Promise.reject(new Error('/home/planner/secret path'))],
  ['an answer outside the contract', () => 'not a list'],
])('a bug (%s) is logged once and shown without its details', async (_name, answer) => {
  const { dispatch, bugs } = dispatcherThat(answer)
  const reply = await dispatch('plans.list', null)
  expect(reply).toMatchObject({ ok: false, fault: { code: 'internal' } })
  expect(bugs).toHaveLength(1)
  expect(JSON.stringify(reply)).toContain(String(bugs[0]?.[0]))
  expect(JSON.stringify(reply)).not.toContain('secret')
})

test('no body whatever makes the door throw or answer outside its own form', async () => {
  const { dispatch } = dispatcherThat(() => null)
  const channel = fc.oneof(fc.constantFrom(...Object.keys(contract)), fc.string())
  await fc.assert(
    fc.asyncProperty(channel, fc.anything(), async (name, body) => {
      const reply = await dispatch(name, body)
      if (!reply.ok) Fault.parse(reply.fault)
    }),
    { numRuns: 2000 },
  )
})
