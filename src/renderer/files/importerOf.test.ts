import { expect, test } from 'vitest'
import { importerOf } from './importerOf.ts'

const VLLM = JSON.stringify({
  ...{ backend: 'vllm', model_id: 'm', num_prompts: 10, completed: 10, duration: 5, request_throughput: 2 },
  ...{ total_input_tokens: 100, total_output_tokens: 100, output_throughput: 20, max_concurrency: 4 },
  ...{ mean_tpot_ms: 10, mean_ttft_ms: 100 },
})

test.each([
  ['site.tokenplan', '{}', 'plan'],
  ['site.plan.json', '{"schemaVersion":1,"horizon":{}}', 'plan'],
  ['broken.json', '{"horizon":', 'plan'],
  ['all.tokenlibrary', null, 'library'],
  ['inputs.xlsx', null, 'table'],
  ['dallas.epw', 'LOCATION,Dallas', 'table'],
  ['sites.geojson', '{"type":"FeatureCollection","features":[]}', 'table'],
  ['sites.json', '{"type":"FeatureCollection","features":[]}', 'table'],
  ['prices.CSV', 'hour,price\n0,30', 'table'],
  ['rows.csv', 'hw,tp,tput_per_gpu\nh200,8,1000', 'benchmark'],
  ['bench.json', VLLM, 'benchmark'],
  ['bench.jsonl', VLLM, 'benchmark'],
])('%s goes to its importer', (name, text, importer) => {
  expect(importerOf(name, text)).toBe(importer)
})
