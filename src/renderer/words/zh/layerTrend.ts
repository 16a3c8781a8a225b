import type { layerTrend as english } from '../en/layerTrend.ts'

export const layerTrend: typeof english = {
  title: '能力与需求',
  note: '全部站点与租赁，各季度峰值；没有线表示该层不设限',
  capacity: '能力',
  need: '需求',
}
