import { expect, test } from 'vitest'
import { importerOf } from './importerOf.ts'

test.each([
  ['site.tokenplan', '{}', 'plan'],
  ['site.plan.json', '{"schemaVersion":1,"horizon":{}}', 'plan'],
  ['broken.json', '{"schemaVersion":1,', 'plan'],
  ['all.tokenlibrary', null, 'library'],
  ['inputs.xlsx', null, 'import'],
  ['trace.csv.gz', null, 'import'],
  ['dallas.epw', 'LOCATION,Dallas', 'import'],
  ['sites.json', '{"type":"FeatureCollection","features":[]}', 'import'],
  ['prices.CSV', 'hour,price\n0,30', 'import'],
  ['bench.json', '{"backend":"vllm"}', 'import'],
  ['bench.jsonl', '{"backend":"vllm"}', 'import'],
])('%s goes to its importer', (name, text, importer) => {
  expect(importerOf(name, text)).toBe(importer)
})
