import { expect, test } from 'vitest'
import { findAccelerator, findModel } from '../../src/engine/throughput/publishedNames.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'

const catalog = await readCatalog()

test.each([
  ['meta-llama/Llama-3.1-70B-Instruct', 'llama-3.1-70b'],
  ['amd/Llama-2-70b-chat-hf-WMXFP4-AMXFP4-KVFP8-Scale-UINT8-MLPerf-GPTQ', 'llama-2-70b'],
  ['llama3_1-8b', 'llama-3.1-8b'],
  ['nvidia/DeepSeek-R1-0528-FP4-v2', 'deepseek-r1'],
  ['deepseek-ai/DeepSeek-R1-Distill-Qwen-32B', 'qwen2.5-32b'],
  ['Qwen/Qwen3-VL-235B-A22B-Instruct', 'qwen3-235b-a22b'],
  ['microsoft/phi-4', 'phi-4'],
  ['google/gemma-2-9b-it', 'gemma-2-9b'],
  ['gptj-99', 'gpt-j-6b'],
  ['nvidia/Kimi-K2-Thinking-NVFP4', 'kimi-k2'],
  ['qwen3.5', 'qwen3.5-397b-a17b'],
  ['mistralai/Mistral-Small-3.1-24B-Instruct-2503', 'mistral-small-24b'],
  ['stable-diffusion-xl', undefined],
])('model %s', (published, id) => {
  expect(findModel(catalog, published)?.id).toBe(id)
})

test.each([
  ['NVIDIA H200-SXM-141GB', 'nvidia-h200-sxm'],
  ['8xMI325X 256GB HBM3E', 'amd-mi325x'],
  ['B200-SXM-180GB', 'nvidia-b200-sxm'],
  ['NVIDIA GB200-NVL72_GB200-186GB_aarch64', 'nvidia-gb200-nvl72'],
  ['NVIDIA GH200-GraceHopper-Superchip-144GB', 'nvidia-gh200-144gb'],
  ['NVIDIA Jetson AGX Orin 64G', 'nvidia-jetson-agx-orin-64gb'],
  ['NVIDIA A100-PCIE-40GB', 'nvidia-a100-pcie-40gb'],
  ['inf2.48xlarge', 'aws-inferentia2'],
  ['v6e-8', 'google-tpu-v6e-trillium'],
  ['Ascend-910B3', 'huawei-ascend-910b2'],
  ['H100 MIG 1g.10gb', undefined],
  ['p5.48xlarge', undefined],
])('accelerator %s', (published, id) => {
  expect(findAccelerator(catalog, published)?.id).toBe(id)
})
