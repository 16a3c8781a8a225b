/** What was expected of a figure of a benchmark result, by its English phrase; the first that fits holds. */
export const benchmarkExpectations: readonly (readonly [English: RegExp, Chinese: string])[] = [
  [/^the name of the model, here or as an option$/, '模型名称，写在此处或作为选项给出'],
  [/^the accelerator it ran on, here or as an option$/, '运行所用的加速器，写在此处或作为选项给出'],
  [/^how many it ran on, here or as an option$/, '运行所用的加速器数，写在此处或作为选项给出'],
  [/^a whole number$/, '整数'],
  [/^tokens in per request, here or as an option$/, '每请求输入 token 数，写在此处或作为选项给出'],
  [/^tokens out per request, here or as an option$/, '每请求输出 token 数，写在此处或作为选项给出'],
  [/^a model of the catalog$/, '目录中的模型'],
  [/^an accelerator of the catalog$/, '目录中的加速器'],
  [/^output tokens per second above 0$/, '大于 0 的每秒输出 token 数'],
  [
    /^at most (\S+) tokens\/s per accelerator at its own concurrency .+$/,
    '按其自身的并发与时间，每加速器至多 $1 token/秒（单位是否混用？）',
  ],
  [
    /^milliseconds, about (\S+) or more for one step of this hardware .+$/,
    '毫秒；此硬件一步约需 $1 或更多（是否为秒？）',
  ],
  [
    /^no more than the hardware's peak allows, about (\S+) tokens\/s per accelerator$/,
    '不超过硬件峰值，每加速器约 $1 token/秒',
  ],
  [/^a record of fields$/, '由字段组成的记录'],
  [/^a number above 0$/, '大于 0 的数字'],
  [/^a run that was not cancelled$/, '未被取消的运行'],
  [/^no failed requests$/, '没有失败的请求'],
  [
    /^results of vllm bench serve .+$/,
    'vllm bench serve（JSON 或其打印的表格）、AIPerf 或 GenAI-Perf（JSON 或 CSV）、InferenceMAX 行（JSON 或 CSV）或 MLPerf 摘要的结果',
  ],
  [/^output \(or total\) tokens per second and GPU above 0$/, '大于 0 的每 GPU 每秒输出（或总）token 数'],
  [
    /^the share of output in tput_per_gpu, (\S+), as the lengths have it$/,
    'tput_per_gpu 中按长度计算的输出部分 $1',
  ],
  [/^seconds per token, no more than (\S+) .+$/, '每 token 秒数，不超过 $1（是否为毫秒？）'],
  [
    /^the accelerator of the prompts, (.+): two kinds are not compared$/,
    '与提示词相同的加速器 $1：两种硬件不作比较',
  ],
  [/^VALID$/, 'VALID（有效）'],
  [/^Offline, Server or Interactive$/, 'Offline（离线）、Server（服务）或 Interactive（交互）'],
  [/^(.+) over duration, (\S+)$/, '$1 除以时长，即 $2'],
]
