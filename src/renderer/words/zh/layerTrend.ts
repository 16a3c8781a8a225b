import type { layerTrend as english } from '../en/layerTrend.ts'

const note = '全部站点与租赁，各期峰值'

export const layerTrend: typeof english = {
  title: '能力与需求',
  note,
  noLimit: `${note}；该层不设限`,
  cut: (mTokS) => `${note}；高于 ${mTokS} 的能力不画出`,
  toCome: '求解后绘出',
  capacity: '能力',
  need: '需求',
}
