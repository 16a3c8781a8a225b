import { expect, test } from 'vitest'
import { getRegion } from '../../src/catalog/find.ts'
import { withOverrides } from '../../src/catalog/withOverrides.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { AppFault } from '../../src/plan/fault.ts'

const catalog = await readCatalog()
const price = {
  table: 'regions',
  rowId: 'us-nova',
  column: 'price_usd_mwh',
  value: 71.5,
  note: 'offer of May',
}

test('an override stands in place of the shipped value, for its plan alone', () => {
  const seen = withOverrides(catalog, [price])
  expect(getRegion(seen, 'us-nova').priceUsdMwh).toBe(71.5)
  expect(getRegion(catalog, 'us-nova').priceUsdMwh).not.toBe(71.5)
  expect(getRegion(seen, 'us-tx-dfw')).toBe(getRegion(catalog, 'us-tx-dfw'))
})

test.each([
  [{ ...price, table: 'planets' }, 'catalogOverrides[0].table'],
  [{ ...price, rowId: 'atlantis' }, 'catalogOverrides[0].rowId'],
  [{ ...price, column: 'price_usd' }, 'catalogOverrides[0].column'],
  [{ ...price, column: 'id' }, 'catalogOverrides[0].column'],
  [{ ...price, value: 'cheap' }, 'catalogOverrides[0].value'],
  [{ ...price, value: -3 }, 'catalogOverrides[0].value'],
])('%o is refused at %s', (override, path) => {
  try {
    withOverrides(catalog, [override])
    expect.unreachable()
  } catch (error) {
    expect(error instanceof AppFault && error.faults.map((fault) => fault.path)).toEqual([path])
  }
})
