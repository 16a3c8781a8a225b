import { expect, test } from 'vitest'
import { getModel } from '../../../src/catalog/find.ts'
import { precisionOf } from '../../../src/engine/throughput/names/precisionName.ts'
import { findAccelerator, findModel } from '../../../src/engine/throughput/names/publishedNames.ts'
import { isDisaggregated, scenarioNamed } from '../../../src/engine/throughput/names/scenarioName.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'

const catalog = await readCatalog()

/** Rows of the catalog, and names of them in MLPerf v4.1 to v6.0, InferenceX, Hugging Face and vendors' pages. */
const MODELS: Readonly<Record<string, readonly string[]>> = {
  'llama-2-70b': [
    'llama2-70b-99.9',
    'llama2-70b-interactive-99',
    'amd/Llama-2-70b-chat-hf-WMXFP4-AMXFP4-KVFP8-Scale-UINT8-MLPerf-GPTQ',
  ],
  'llama-3.1-8b': ['llama3_1-8b', 'llama3.1-8b-edge', 'neuralmagic/Meta-Llama-3.1-8B-Instruct-FP8'],
  'llama-3.1-70b': [
    'meta-llama/Meta-Llama-3-70B-Instruct',
    'llama70b',
    'amd/Llama-3.1-70B-Instruct-FP8-KV',
    'unsloth/Llama-3.3-70B-Instruct-bnb-4bit',
    'nvidia/Llama-3.3-70B-Instruct-FP4',
  ],
  'llama-3.1-405b': ['llama3.1-405b-interactive', 'Llama 3.1 Instruct 405B'],
  'llama-4-maverick': ['Llama-4-Maverick-17B-128E-Instruct-FP8'],
  'mixtral-8x7b': ['mixtral-8x7b-99', 'Mixtral 8x7B Instruct v0.1', 'mixtral'],
  'deepseek-r1': [
    'dsr1',
    'DeepSeek R1 671B FP8',
    'nvidia/DeepSeek-R1-0528-FP4-v2',
    'amd/DeepSeek-R1-0528-MXFP4-Preview',
    'deepseek-r1-interactive',
    'deepseek-v3.1-terminus',
    'vllm-ascend/DeepSeek-V3.1-W8A8',
    'meituan/DeepSeek-R1-Channel-INT8',
    'DeepSeek-R1满血版',
    '深度求索 V3',
  ],
  'deepseek-v3.2': ['dsv3.2', 'deepseek-ai/DeepSeek-V3.2-Exp', 'DeepSeek-V3.2-Speciale'],
  'deepseek-v4-pro': ['dsv4', 'deepseek-ai/DeepSeek-V4-Pro', 'DeepSeek-V4'],
  'gpt-oss-120b': ['gptoss', 'openai/gpt-oss-120b', 'gpt_oss_120b', 'gpt-oss-120b-interactive'],
  'qwen2.5-32b': ['deepseek-ai/DeepSeek-R1-Distill-Qwen-32B', 'QwQ-32B'],
  'qwen3-235b-a22b': ['Qwen/Qwen3-VL-235B-A22B-Instruct', 'qwen3-vl', 'Qwen3-235B'],
  'qwen3-30b-a3b': ['Qwen3 30B', '通义千问3 30B-A3B'],
  'qwen3-coder-480b-a35b': ['Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8', 'Qwen3-Coder'],
  'qwen3.5-397b-a17b': ['qwen3.5', 'nvidia/Qwen3.5-397B-A17B-NVFP4-V2', 'Qwen3.5-397B'],
  'kimi-k2': ['nvidia/Kimi-K2-Thinking-NVFP4', '月之暗面 Kimi K2'],
  'kimi-k2.5': ['kimik2.5', 'amd/Kimi-K2.5-MXFP4', 'nvidia/Kimi-K2.6-NVFP4'],
  'glm-4.5': ['zai-org/GLM-4.5-FP8', '智谱 GLM-4.5'],
  'glm-5': ['glm5', 'zai-org/GLM-5.1-FP8', 'nvidia/GLM-5-NVFP4'],
  'minimax-m2.5': ['minimaxm2.5', 'MiniMaxAI/MiniMax-M2.1', 'nvidia/MiniMax-M2.5-NVFP4'],
  'minimax-m3': ['minimaxm3', 'MiniMaxAI/MiniMax-M3-MXFP8'],
  'mistral-small-24b': ['mistralai/Mistral-Small-3.1-24B-Instruct-2503', 'mistral-small-3.2'],
  'phi-4': ['microsoft/phi-4'],
  'gemma-2-9b': ['google/gemma-2-9b-it'],
  'gpt-j-6b': ['gptj-99'],
}

const ACCELERATORS: Readonly<Record<string, readonly string[]>> = {
  'nvidia-h100-sxm': [
    'NVIDIA H100-SXM-80GB',
    'DGX-H100_H100-SXM-80GBx8_TRT',
    'HPF HGX System (16xH100-SXM-80GB, TensorRT)',
    'H100*8',
    'p5.48xlarge',
    'a3-megagpu-8g',
    'Intel Xeon + H100',
    'cluster:h100-dgxc',
  ],
  'nvidia-h100-pcie': ['NVIDIA H100-PCIe-80GB', 'H100 80GB PCIe'],
  'nvidia-h100-nvl': ['Dell PowerEdge R7715 (3x H100-NVL-94GB, TensorRT)'],
  'nvidia-h200-sxm': [
    'NVIDIA H200-SXM-141GB',
    '8xH200',
    'BM.GPU.H200.8',
    'AWS p5en.48xlarge',
    'a3-ultragpu-8g',
    'Virtualized NVIDIA H200-SXM-141GB',
    'NVIDIA H200 (8x H200-SXM-141GB, MaxQ, TensorRT)',
  ],
  'nvidia-h200-nvl': ['HPE ProLiant Compute DL380a Gen12 (10x H200-NVL-141GB)', 'D75E-4U_H200-NVL-141GBx4'],
  'nvidia-h20-141gb': ['H20-3e', 'NVIDIA H20 141GB HBM3e'],
  'nvidia-b200-sxm': [
    'B200-SXM-180GB',
    'NVIDIA DGX B200 (8x B200‑SXM‑180GB, TensorRT)',
    'b200-trt',
    'p6-b200.48xlarge',
  ],
  'nvidia-b300-sxm': ['NVIDIA B300-SXM-270GB', 'HGX B300 NVL16', 'cluster:b300-nv'],
  'nvidia-gb200-nvl72': [
    'NVIDIA GB200-NVL72_GB200-186GB_aarch64',
    'ND_GB200_v6',
    'gb200',
    'p6e-gb200.36xlarge',
    'u-p6e-gb200x72',
  ],
  'nvidia-gb300-nvl72': ['(72x GB300-288GB_aarch64, TensorRT)', 'GB300-279GB'],
  'nvidia-gh200-144gb': ['NVIDIA GH200-GraceHopper-Superchip-144GB', 'GH200 NVL2'],
  'nvidia-vera-rubin-nvl72': ['Vera Rubin NVL144', 'NVIDIA Rubin'],
  'nvidia-l40s': [
    'IBM Cloud gx3 instance 1xL40S-PCIE-48GB ,vLLM',
    'Cisco UCS C845A M8 (8x L40S-48GB, TensorRT)',
    'g6e.12xlarge',
  ],
  'nvidia-a100-sxm-40gb': ['A100-SXM4-40GB', 'A100 40G', 'p4d.24xlarge'],
  'nvidia-a100-pcie-40gb': ['NVIDIA A100-PCIE-40GB'],
  'nvidia-a100-pcie-80gb': ['A100 80GB PCIe'],
  'nvidia-rtx-pro-6000-blackwell-se': ['NVIDIA RTX PRO 6000 Blackwell Server Edition', 'rtx6000pro-lat'],
  'nvidia-jetson-agx-orin-64gb': ['NVIDIA Jetson AGX Orin 64G'],
  'nvidia-jetson-agx-thor': ['Jetson Thor'],
  'amd-mi250x': ['MI250X 128', 'AMD Instinct MI250X x4'],
  'amd-mi300x': ['AMD Instinct MI300X 192GB HBM3', 'mi300x-amds', 'MI300'],
  'amd-mi325x': ['8xMI325X 256GB HBM3E', 'D75T-7U_8xMI325X', 'Supermicro AS-8126GS-TNMR (2x8x MI325X-256GB)'],
  'amd-mi355x': ['AMD Instinct MI355X 288GB HBM3E (x8)', 'mi355x-disagg', 'MI355'],
  'intel-gaudi-2': ['Habana Gaudi2', 'Gaudi2D'],
  'intel-gaudi-3': ['Intel(R) Gaudi(R) 3', 'HL-325L'],
  'intel-arc-pro-b60': ['[MAXSUN] MS-Intel Arc Pro B60 Dual 48G Turbo', '1-node-4x-BMG-Pro-B60-Dual'],
  'google-tpu-v6e-trillium': ['v6e-8', 'Google Cloud TPU v6e', 'ct6e-standard-8t'],
  'google-tpu-v7-ironwood': ['tpu7x-8'],
  'aws-inferentia2': ['inf2.48xlarge'],
  'aws-trainium2': ['trn2u.48xlarge'],
  'huawei-ascend-910b2': ['Ascend-910B3', '华为昇腾910B', 'Atlas 800I A2'],
  'huawei-ascend-910c': ['CloudMatrix 384', 'Atlas 900 A3 SuperPoD', 'Ascend 910_9391'],
  'cambricon-mlu370-x8': ['MLU370X8'],
  'cambricon-mlu590': ['寒武纪MLU590', 'MLU590-H8'],
  'hygon-dcu-k100-ai': ['海光K100_AI'],
  'moore-threads-mtt-s5000': ['摩尔线程 MTT S5000'],
  'metax-c500': ['沐曦MXC500', '曦云 C500'],
  'biren-br106-br166': ['壁砺 106M', 'BR166'],
  'kunlunxin-p800': ['昆仑芯3代 P800'],
  'alibaba-t-head-ppu': ['PPU-ZW810E'],
}

const pairsOf = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([id, names]) => names.map((name): [string, string] => [name, id]))

test.each(pairsOf(MODELS))('model %s', (published, id) => {
  expect(findModel(catalog, published)?.id).toBe(id)
})

test.each(pairsOf(ACCELERATORS))('accelerator %s', (published, id) => {
  expect(findAccelerator(catalog, published)?.id).toBe(id)
})

test.each(['stable-diffusion-xl', 'glm-4.7-flash', 'Mistral-Large-3', 'DeepSeek-OCR', 'DeepSeek-Math-7B'])(
  'no model %s',
  (published) => {
    expect(findModel(catalog, published)).toBeUndefined()
  },
)

test.each(['H100 MIG 1g.10gb', 'H100 + H200', '1-node-2S-GNR_86C', 'Cerebras WSE-3'])(
  'no accelerator %s',
  (published) => {
    expect(findAccelerator(catalog, published)).toBeUndefined()
  },
)

test.each([
  ['bf16', 'bfloat16 FP16 half'],
  ['fp8', 'FP8 fp8_e4m3 float8_e4m3fn w8a8_fp8 ptpc_fp8 MXFP8 mxfp6'],
  ['int8', 'W8A8 INT8 8-bit Q8_0 smoothquant gptq-int8 a8w8'],
  ['fp4', 'NVFP4 modelopt_fp4 W4A4 MXFP4'],
  ['int4', 'int4-awq GPTQ-Int4 w4a16 W4A8 4bit 4-bit bnb-4bit q4_k_m'],
])('precision %s', (precision, names) => {
  const model = getModel(catalog, 'llama-3.1-70b')
  for (const name of names.split(' ')) expect([name, precisionOf(name, model)]).toEqual([name, precision])
  expect(precisionOf(names.split(' ')[0]!, getModel(catalog, 'gpt-oss-120b'))).toBe('mxfp4')
})

test('scenarios in any case and language', () => {
  expect(['OFFLINE', 'Server', 'InterActive', '离线', '在线', 'chat'].map(scenarioNamed)).toEqual([
    'offline',
    'server',
    'interactive',
    'offline',
    'server',
    undefined,
  ])
  expect(['closed-loop disagg', 'PD分离', '2P1D', 'aggregated'].map((name) => isDisaggregated(name))).toEqual(
    [true, true, true, false],
  )
})
