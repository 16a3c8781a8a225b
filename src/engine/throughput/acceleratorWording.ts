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
  return WORDINGS.reduce((text, [words, row]) => text.replace(words, row), published)
}
