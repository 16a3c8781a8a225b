import type { templates as english } from '../en/templates.ts'

export const templates: typeof english = {
  empty: '空白方案',
  meridian: 'Meridian Tokens（示例）',
  campus: '园区',
  'china-west-hub': '中国西部枢纽',
  'colocation-suite': '托管机房',
  'mine-conversion': '矿场改造',
  'mixed-portfolio': '混合组合',
  'regional-rooms': '区域机房',
}
