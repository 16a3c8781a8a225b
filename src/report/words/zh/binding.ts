import { say } from '../../document.ts'
import type { binding as english } from '../en/binding.ts'

export const binding: typeof english = {
  heading: '瓶颈及其价值',
  none: say`没有任何一层妨碍满足需求。`,
  about: say`每一行是一项已用尽的上限。其价值为这些期内每增加一个单位在边际上节省的现值：低于此价的报价值得接受；各行数值不可相加。`,
  title: '构成瓶颈的上限，价值高者在前',
  layer: '层',
  site: '站点',
  from: '起',
  to: '止',
  inUse: '期末在用',
  limit: '上限',
  oneMore: '每增加一',
  saves: '可节省',
}
