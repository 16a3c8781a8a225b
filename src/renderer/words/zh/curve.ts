import type { curve as english } from '../en/curve.ts'

export const curve: typeof english = {
  title: '吞吐量与交互速度',
  note: (precision) => `按 ${precision} 预测；P10 至 P90 是实测数据落入的区间`,
  model: '模型',
  accelerator: '加速器',
  input: '输入 token',
  output: '输出 token',
  none: '该模型放不进此加速器。',
  median: '预测',
  interactivity: '每用户 token/秒',
  perAccelerator: '每加速器输出 token/秒',
  replica: '每副本加速器数',
  batch: '并发序列',
  grade: '等级',
}
