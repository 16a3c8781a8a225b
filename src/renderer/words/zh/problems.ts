import type { problems as english } from '../en/problems.ts'

export const problems: typeof english = {
  title: '问题',
  close: '关闭问题栏',
  none: '没有需要查看的内容：所有取值都合规且无异常。',
  error: '必须修正',
  warning: '请再确认',
  count: (count) => (count === 0 ? '无问题' : `${count} 个问题`),
  blocked: '修正以下问题后才能求解。',
  sentences: {
    'unknown-row': (id) => `目录中没有 ${id} 这一行。`,
    'after-horizon': (quarter) => `${quarter} 晚于规划期末。`,
    'grid-below-rooms': (rooms, grid) => `机房可容纳 ${rooms} MW IT，但电网与自备电源最多 ${grid} MW。`,
    'no-demand': () => '期初与期末单位数均为零：该需求为空。',
    'demand-falls': (from, to) => `单位数由 ${from} 降至 ${to}。`,
    'no-model-good-enough': (floor, best) => `质量下限为 ${floor}，而规划中最好的模型为 ${best}。`,
    'model-does-not-fit': (need, largest) => `4 比特权重约需 ${need} GB，在售最大单元只有 ${largest} GB。`,
    'sold-backwards': (from, until) => `停售于 ${until}，却从 ${from} 才开售。`,
    'private-stranded': (zone) => `私有数据须留在 ${zone} 区，而该区没有站点也没有租赁。`,
    'far-from-catalog': (typed, usual, unit) => `${typed} ${unit}；目录值为 ${usual} ${unit}。`,
    'clashes-with-catalog': (value, expected) => `${value} 与目录不符；应为 ${expected}。`,
    'no-export-licence': (accelerator, country) => `${accelerator} 运往 ${country} 需要出口许可，目前没有。`,
    'cannot-be-cooled': (kind, technology) => `它需要 ${kind} 冷却，${technology} 不提供。`,
    'rack-too-dense': (rack, most) => `其机柜 ${rack} kW，超过可冷却的 ${most} kW。`,
    unusual: (value, unit, least, most) => `${value} ${unit} 不常见；项目报告值为 ${least} 至 ${most}。`,
    'old-source': (days) => `来源已有 ${days} 天；超过 90 天的价格容易误导。`,
  },
}
