import { say } from '../../document.ts'
import type { budgets as english } from '../en/budgets.ts'

export const budgets: typeof english = {
  heading: '预算',
  about: say`整个方案的支出、排放与取用，并列其自设上限。资本按订购价计，不折现，计入付款所在年份；规划期之前的订单计入第一年。价值为每增加一个单位在边际上节省的现值；资本的价值以所增金额的比例表示。`,
  title: '预算用量',
  names: {
    capex: '规划期资本',
    'capex-year': '年度资本',
    'carbon-total': '规划期碳排放',
    'carbon-budget': '年度碳排放',
    'water-budget': '年度用水',
    'unserved-total': '规划期未服务 token',
    'leased-total': '规划期租用或外购 token',
    'away-from-edge-total': '规划期在边缘以外服务的 token',
  },
  budget: '预算',
  from: '起',
  to: '止',
  used: '已用',
  limit: '上限',
  noLimit: '无',
  left: '余额',
  saves: '每增加一单位可节省',
}
