/** What the schema of a plan expects of a field, by its English phrase; the first that fits holds. */
export const schemaExpectations: readonly (readonly [English: RegExp, Chinese: string])[] = [
  [/^Invalid discriminator value\. Expected (.*)$/, '以下之一：$1'],
  [/^12 months, or 4 quarters$/, '12 个月或 4 个季度'],
  [/^a PUE of 1 or more$/, '不小于 1 的 PUE'],
  [/^a name, or none at all$/, '名称，或不填'],
  [/^a class of tasks, as in (\S+) or (\S+)$/, '任务类别，例如 $1 或 $2'],
  [/^a country of two letters(?:, as in CN)?$/, '两个字母的国家代码，例如 CN'],
  [/^a date such as (\S+), (\S+) or (\S+)$/, '日期，例如 $1、$2 或 $3'],
  [/^a day such as (\S+), or nothing$/, '日期，例如 $1，或留空'],
  [/^a day such as (\S+)$/, '日期，例如 $1'],
  [
    /^a day, month or quarter from which it holds, as in (\S+), (\S+) or (\S+)$/,
    '起始生效的日、月或季度，例如 $1、$2 或 $3',
  ],
  [/^a note that says why$/, '说明原因的备注'],
  [/^a quarter such as (\S+), or a month such as (\S+)$/, '季度，例如 $1；或月份，例如 $2'],
  [
    /^a redundancy scheme: (.+), block, or a shared one such as (\S+)$/,
    '冗余方案：$1、block，或共享式，例如 $2',
  ],
  [/^a share from (\S+) to (\S+)$/, '$1 到 $2 之间的比例'],
  [
    /^a shared scheme with more units than it needs, such as (\S+): .+$/,
    '机组多于所需的共享方案，例如 $1；没有富余即为 N',
  ],
  [/^a text$/, '文字'],
  [/^a time such as (.+) or (\S+)$/, '时间，例如 $1 或 $2'],
  [/^an hour above 0$/, '至少一个大于 0 的小时'],
  [
    /^(?:small )?letters, digits, dot, dash or underscore(?:, as catalog ids are)?$/,
    '字母、数字、点、短横线或下划线',
  ],
  [/^months from 0 \(it stands already\) to (\S+)$/, '0（已建成）到 $1 个月'],
  [
    /^(\S+) MW or more, as in the quarter before: .+$/,
    '不小于前一季度的 $1 MW：爬坡不会缩减；请提高此步或将其留空',
  ],
  [/^where the figures come from$/, '数据的出处'],
  [/^words that say where the value comes from$/, '说明该值出处的文字'],
]
