import type { solve as english } from '../en/solve.ts'

export const solve: typeof english = {
  title: '求解',
  incumbent: '当前最佳方案',
  bound: '下界',
  gap: '差距',
  time: '时间',
  cancel: '停止并保留最佳方案',
  close: '关闭',
  background: '继续工作',
  searching: '正在寻找第一个方案……',
  provisional: (cost, gap) =>
    gap === null
      ? `已有一个粗略方案，成本 ${cost}。停止会保留它；正在寻找更好的方案。`
      : `已有一个粗略方案，成本 ${cost}，与最优方案相差不超过 ${gap}。停止会保留它；正在寻找更好的方案。`,
  done: '求解完成，各页面已显示新方案。',
  stopped: '在找到方案之前已停止。',
  infeasible: '没有方案能满足全部要求。',
  noPlan: '在规定时间内没有找到方案。请在“规划期与财务”中给更多时间。',
  failed: '求解失败，方案未变。',
  notComparable: '现值',
}
