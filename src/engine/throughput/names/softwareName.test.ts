import { expect, test } from 'vitest'
import { inOneBatch, softwareAt } from './softwareName.ts'

test.each([
  ['TensorRT-LLM 0.17', 2025.1, 'tensorrt-llm-engine'],
  ['trtllm v0.20', undefined, 'tensorrt-llm-engine'],
  ['TensorRT-LLM 0.9', 2024.3, 'tensorrt-llm-2024'],
  ['TensorRT-LLM', 2024.8, 'tensorrt-llm-2024'],
  ['trtllm 1.2.0rc6.post2', 2026.1, 'tensorrt-llm'],
  ['TensorRT-LLM', 2026, 'tensorrt-llm'],
  ['trtllm 0.8.1.post2 disagg', 2026.2, 'tensorrt-llm'],
  ['vLLM 0.6.6', 2025.04, 'vllm'],
  ['vLLM 0.6.2', 2024.8, 'vllm-2024'],
  ['Gaudi software 1.18.0', 2024.8, 'gaudi'],
  ['none that is known', 2026, undefined],
])('%s of %s was calibrated as %s', (published, year, name) => {
  expect(softwareAt(published, year)).toBe(name)
})

test('vLLM in single batches is software of its own only where it was measured so', () => {
  expect(inOneBatch('vllm', 'ROCm')).toBe('vllm-in-process')
  expect(inOneBatch('vllm', 'CUDA')).toBe('vllm')
  expect(inOneBatch('vllm-2024', 'ROCm')).toBe('vllm-2024')
  expect(inOneBatch(undefined, 'ROCm')).toBeUndefined()
})
