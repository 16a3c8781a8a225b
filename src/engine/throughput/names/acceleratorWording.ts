/** Instances of clouds by the accelerators in them, as their pages say. */
const INSTANCES: readonly (readonly [RegExp, string])[] = [
  [/\bp4d\.\d+xlarge/i, 'A100 SXM 40GB'],
  [/\bp4de\.\d+xlarge/i, 'A100 SXM 80GB'],
  [/\bp5\.\d+xlarge/i, 'H100'],
  [/\bp5en?\.\d+xlarge/i, 'H200'],
  [/\bp6e?-(g?b[23]00)\.\d*x?large|\bu-p6e-(gb[23]00)x\d+/i, '$1$2'],
  [/\bg4dn\.(\d+xlarge|metal)/i, 'T4'],
  [/\bg5\.\d*xlarge/i, 'A10G'],
  [/\bg6\.\d*xlarge/i, 'L4'],
  [/\bg6e\.\d*xlarge/i, 'L40S'],
  [/\bg7e\.\d*xlarge|\bg4-standard-\d+/i, 'RTX PRO 6000'],
  [/\ba2-(high|mega)gpu-\d+g/i, 'A100 SXM 40GB'],
  [/\ba2-ultragpu-\d+g/i, 'A100 SXM 80GB'],
  [/\ba3-(high|mega|edge)gpu-\d+g/i, 'H100'],
  [/\ba3-ultragpu-\d+g/i, 'H200'],
  [/\ba4-highgpu-\d+g/i, 'B200'],
  [/\ba4x-highgpu-\d+g/i, 'GB200'],
  [/\bg2-standard-\d+/i, 'L4'],
  [/\bct5lp?-hightpu-\d+t/i, 'TPU v5e'],
  [/\bct5p-hightpu-\d+t/i, 'TPU v5p'],
  [/\bct6e-standard-\d+t/i, 'TPU v6e'],
]

/** Names within a name, and what the catalog calls them: bins of one chip, counts, sizes of instances, memory variants. */
const WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/\((r|tm)\)|[®™]/gi, ''],
  // Counts: `8x H200`, `(16xH100-SXM-80GB)`, `H100x8`; instances: `BM.GPU.H200.8`, `trn2.48xlarge`.
  [/(^|[\s(_])(\d+\s*[x×]\s*)+(?=[a-z])/gi, '$1'],
  [/(?<=\w)(?<!mi\d{3})\s*[x×*]\s?\d{1,3}$/i, ''],
  [/^bm\.gpu\.(\w+)\.\d+$/i, '$1'],
  [/\b(inf2|trn[12])[a-z]*\.\w+/gi, '$1'],
  // Memory variants and boards.
  [/gh200\b.*(144\s?gb|nvl2)/i, 'GH200 144GB'],
  [/\bh20\b.*\b14[14]\s?gb?/i, 'H20 141GB'],
  [/\ba100(?=.*\bpcie).*\b40\s?gb?\b.*/i, 'A100 PCIe 40GB'],
  [/\ba100\b.*\b40\s?gb?\b.*/i, 'A100 40GB'],
  [/\b(a100|h100)\b.*\bpcie\b.*/i, '$1 PCIe'],
  [/\brtx[\s_-]*6000[\s_-]*pro\w*/i, 'RTX PRO 6000'],
  [/\b(jetson|nvidia)[\s_-]+thor\b/i, 'AGX Thor'],
  [/^(nvidia\s*)?(vr|rubin)([\s-]*(gpu|nvl\d+))*$/i, 'VR200'],
  // Chips by shorter, longer or older names.
  [/\bmi(300|308|325|350|355|455)(?![\dax])/gi, 'MI$1X'],
  [/gaudi\s?2d/i, 'Gaudi 2'],
  [/^pvc$/i, 'Max 1550'],
  [/910b[134]/gi, '910b'],
  [/atlas[\s_-]*\w+[\s_-]*a3|ascend[\s_-]*910_93\d+/i, '910C'],
  [/\bmxc(\d{3})\b/i, 'C$1'],
  [/(壁仞|壁砺|br)[\s_-]*(10[046])m?/i, 'BR$2'],
  [/\bwormhole\b(?!.*n300)/i, 'Wormhole n300'],
  [/\bblackhole\b(?!.*p150)/i, 'Blackhole p150'],
]

/** A published name of an accelerator in the words of the catalog. */
export function catalogWording(published: string): string {
  return [...INSTANCES, ...WORDINGS].reduce((text, [words, row]) => text.replace(words, row), published)
}
