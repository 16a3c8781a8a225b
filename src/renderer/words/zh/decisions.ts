import type { decisions as english } from '../en/decisions.ts'

export const decisions: typeof english = {
  groups: {
    site: '站点',
    accelerator: '加速器',
    lease: '租用加速器',
    api: '外购 token',
    plant: '现场电源',
    contract: '电力合同',
    grid: '期末投运的电网容量',
    model: '模型',
    plan: '整个方案',
  },
  turns: {
    site: (site) => `使用 ${site}`,
    accelerator: (id) => `采购 ${id}`,
    lease: (lease) => `租用 ${lease}`,
    api: (api) => `向 ${api} 购买 token`,
    plant: (plant) => `建设 ${plant}`,
    contract: (contract) => `签订 ${contract}`,
    unserved: '部分需求未被服务',
    feasible: '存在可行方案',
  },
  named: (what, site) => `${what}，${site}`,
  everywhere: (what) => `${what}，全部站点`,
  units: '台',
  relation: '方式',
  relations: {
    open: '建设',
    closed: '不建设',
    atLeast: '不少于',
    atMost: '不超过',
    none: '不使用',
  },
  amount: '数量',
}
