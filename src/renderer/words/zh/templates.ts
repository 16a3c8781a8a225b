import type { templates as english } from '../en/templates.ts'

export const templates: typeof english = {
  meridian: {
    title: 'Meridian Tokens（示例）',
    description:
      '虚构的 token 批发运营商：七个 2 至 4 MW 的城市机房和一个园区，2026 Q4 至 2031 Q4。先靠租用起步，机房陆续接替，机房满后园区投运。',
  },
  campus: {
    title: '园区',
    description: '西得克萨斯一个 IT 最多 120 MW 的园区，每期 20 MW；等待电网期间可用燃气机组和光伏过渡。',
  },
  'china-west-hub': {
    title: '中国西部枢纽',
    description: '东数西算：上海、成都、韶关的需求，由乌兰察布、贵安、中卫枢纽用国产加速器服务。',
  },
  'colocation-suite': {
    title: '托管机房',
    description:
      '三年内在阿什本的托管机房租用最多 4 MW 的机笼：以租金代替建楼，无需自有电网接入，先靠租用加速器起步。',
  },
  'mine-conversion': {
    title: '矿场改造',
    description: '北达科他州一座加密矿场带来已通电的 60 MW；一年之内以 10 MW 为一期改造机房。',
  },
  'mixed-portfolio': {
    title: '混合组合',
    description:
      '西得克萨斯的自有园区、法兰克福与新加坡的托管机房、租用的加速器和通过 API 购买的 token 并用，服务三个地区的用户。',
  },
  'regional-rooms': {
    title: '区域机房',
    description: '达拉斯、法兰克福、东京三个靠近用户的 2 至 4 MW 模块化机房，先靠租用起步。',
  },
}
