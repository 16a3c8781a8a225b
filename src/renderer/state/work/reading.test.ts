import { expect, test } from 'vitest'
import { CallFault } from '../../transport/invoke.ts'
import { useReading, withReading } from './reading.ts'

/** Each part is read by itself. */
const file = new File(
  [1, 2, 3, 4].map((value) => new Uint8Array(1000).fill(value)),
  'hours.csv',
)
const never = new Promise<never>(() => undefined)

test('a file says how much of it is read, then that it is checked, then nothing', async () => {
  const told: [string, number, boolean][] = []
  const end = useReading.subscribe(({ job }) => {
    if (job) told.push([job.phase, job.readShare, job.stop !== null])
  })
  let bytes = new Uint8Array()
  const isDone = await withReading('hours.csv', async (job) => {
    bytes = await job.bytes(file)
    await job.ask(Promise.resolve(), false)
  })
  end()
  expect(isDone).toBe(true)
  expect(bytes).toEqual(new Uint8Array(await file.arrayBuffer()))
  const shares = told.filter(([phase]) => phase === 'reading').map(([, share]) => share)
  expect(shares.length).toBeGreaterThan(2)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  // What the host has been asked for for good offers no way back.
  expect(told.at(-1)).toEqual(['checking', 1, false])
  expect(useReading.getState().job).toBeNull()
})

test('a file that is stopped is not waited for, while it is read or checked; other failures are told', async () => {
  const whileRead = withReading('hours.csv', (job) => job.bytes(file))
  useReading.getState().job!.stop!()
  expect(await whileRead).toBe(false)
  const whileChecked = withReading('hours.csv', (job) => job.ask(never, true))
  useReading.getState().job!.stop!()
  expect(await whileChecked).toBe(false)
  expect(useReading.getState().job).toBeNull()
  await expect(
    withReading('hours.csv', (job) => job.ask(Promise.reject(new Error('full')), true)),
  ).rejects.toThrow('full')
})

test('a fault of a file names it, with the line where it has one', async () => {
  const fault = (path: string) => ({ path, value: 'x', expected: 'y' })
  const work = withReading('q1.xlsx', async () => {
    const faults = [fault('file'), fault('file, line 3'), fault('sites[0].id')]
    throw new CallFault({ code: 'bad-input', message: 'No', faults })
  })
  const told = await work.catch((error: CallFault) => error.fault.faults.map(({ path }) => path))
  expect(told).toEqual(['file q1.xlsx', 'file q1.xlsx, line 3', 'sites[0].id'])
})
