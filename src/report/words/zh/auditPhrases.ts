import { costLineName } from '../costLineName.ts'
import { economics } from './economics.ts'
import { layers } from './layers.ts'

/** What stands in a gap of a phrase: names and numbers as they are, phrases in Chinese. */
type Phrase = (a: string, b: string, c: string, d: string) => string

const layer = (id: string): string =>
  Object.hasOwn(layers, id) ? layers[id as keyof typeof layers].name : id

const KINDS: Readonly<Record<string, string>> = {
  ...{ transformers: '变压器', switchgear: '开关柜', generators: '发电机', ups: 'UPS' },
}

/** Phrases of the audit by their pattern in the source of the checks. */
export const AUDIT_PHRASES: Readonly<Record<string, Phrase>> = {
  'A rack of {} draws {} kW': (id, kw) => `${id} 的一个机柜耗电 ${kw} kW`,
  'Application for the grid at {} by {}, against its first date': (site, period) =>
    `${site} 截至 ${period} 的电网申请，对照其最早日期`,
  'Billed demand {}': (where) => `${where}的计费需量`,
  'Blocks of {} by cooling, against its rooms at the end': (site) => `${site} 按冷却划分的区块，对照期末机房`,
  'Bound against the plan': () => '下界，对照方案',
  'CO2 of all sites': () => '全部站点的 CO₂',
  'CO2 of all sites over the horizon': () => '全部站点整个规划期的 CO₂',
  'CO2 of {} in the year from {}': (site, from) => `${site} 自 ${from} 起一年的 CO₂`,
  'CO2 of {} in {} against its dispatch': (site, period) => `${site} 在 ${period} 的 CO₂，对照其调度`,
  'Capacity of {} at {}': (own, key) => `${key} 的${layer(own)}能力`,
  'Capital of the plan': () => '方案的投资',
  'Capital of the year from {}': (from) => `自 ${from} 起一年的投资`,
  'Carbon in the hours of the load': () => '负载时段的碳强度',
  'Carbon-free energy of {} in the hours of its load, in the year from {}': (site, from) =>
    `${site} 自 ${from} 起一年中负载时段的无碳电量`,
  'Contract and firm plant at {} for all but 35 hours of the simulated year': (where) =>
    `${where}的合同与可靠电源，除模拟年中 35 小时外`,
  'Contracted power at {} in {}, against the grid': (site, period) =>
    `${site} 在 ${period} 的合同功率，对照电网`,
  'Debt service of year {}': (year) => `第 ${year} 年的还本付息`,
  'Demand for {} in {}, {}': (own, region, period) => `${region} 在 ${period} 对 ${own} 的需求`,
  'Drawn from the grid at {}, against the contract': (where) => `${where}从电网取用的功率，对照合同`,
  'Energy at {} against its dispatch': (where) => `${where}的电量，对照其调度`,
  'Energy at {} in {} against a simulated quarter': (site, period) =>
    `${site} 在 ${period} 的电量，对照模拟的季度`,
  'Energy drawn against the metered peak {}': (where) => `${where}取用的电量，对照计量峰值`,
  'Energy lost to outages of grid and units at {} in {}': (site, period) =>
    `${site} 在 ${period} 因电网与机组停运损失的电量`,
  'Energy of {}, against its capacity factor': (where) => `${where}的电量，对照其容量系数`,
  'Figures below zero of what cannot be': () => '不可能为负却为负的数值',
  'Gap between plan and bound': () => '方案与下界之间的差距',
  'Said to be proven within the gap asked for, against the gap': () =>
    '声称在所要求的差距内已获证明，与差距核对',
  'Headroom of {} at {}': (own, key) => `${key} 的${layer(own)}余量`,
  'Heat into air at {} in {}, against what its cooling takes': (site, period) =>
    `${site} 在 ${period} 散入空气的热量，对照其冷却所能带走的`,
  'Highest load': () => '最高负载',
  'Hours a period of slice {}': (slice) => `时段 ${slice} 每期的小时数`,
  'Hours of the representative days of {} in {}, in the slice where they differ most': (site, period) =>
    `${site} 在 ${period} 的代表日小时数（相差最大的时段）`,
  'IT load of the units in service {}': (where) => `${where}在役单元的 IT 负载`,
  'IT power from makers of {} bought by {}': (country, period) =>
    `截至 ${period} 购自 ${country} 厂商的 IT 功率`,
  'Income of year {}, of {}': (year, who) => `第 ${year} 年的收益，按${who}`,
  'Installed {}': (where) => `${where}的装机`,
  'Interest of year {}, of {}': (year, who) => `第 ${year} 年的利息，按${who}`,
  'Layers that bind at {}': (key) => `${key} 成为瓶颈的层`,
  'Load exceeded in {} % of the hours': (share) => `在 ${share} % 的小时中被超过的负载`,
  'Longest wait of {} on a {}': (name, day) => `${name}在${day}的最长等待`,
  'Mean carbon': () => '平均碳强度',
  'Mean carbon of the synthetic days of {}': (site) => `${site} 合成日的平均碳强度`,
  'Mean load': () => '平均负载',
  'Mean price': () => '平均价格',
  'Mean price of the synthetic days of {}': (site) => `${site} 合成日的平均价格`,
  'Mean quality of {}': (key) => `${key} 的平均质量`,
  'Metered peak against the contract {}': (where) => `${where}的计量峰值，对照合同`,
  'Names in the result that the plan does not have': () => '结果中出现而方案没有的名称',
  'Need of {}, all tokens together': (name) => `${name} 的需求，全部 token 合计`,
  'Need of {}, each class and region apart': (name) => `${name} 的需求，各类各区域分开`,
  'Net present value': () => '净现值',
  'Net present value of {}, after tax': (who) => `${who}的税后净现值`,
  'Objective against the sum of the cost lines': () => '目标值，对照各成本项之和',
  'Output of {} in the slice that asks most of it': (where) => `${where}在出力要求最高时段的出力`,
  'Owed at the end of year {}': (year) => `第 ${year} 年末的欠款`,
  'PUE of {} in {} against {}': (site, period, names) => `${site} 在 ${period} 的 PUE，对照 ${names}`,
  'Peak at {} at design temperatures': (where) => `${where}在设计温度下的峰值`,
  'Peak at {}, against contract and firm plant': (where) => `${where}的峰值，对照合同与可靠电源`,
  'Peak claimed at {}': (where) => `${where}声称的峰值`,
  'Phases brought into service at {} in {}, against the crews': (site, period) =>
    `${site} 在 ${period} 投用的分期，对照施工队伍`,
  'Placements of what the plan does not have, or does not run there': () => '方案没有或不在该处运行的部署',
  'Power drawn, generated and stored at {} in the slice where it is shortest': (where) =>
    `${where}在最紧张时段取用、自发与储放的功率`,
  'Present value of {}': (key) => `${key} 的现值`,
  'Price in the hours of the load': () => '负载时段的价格',
  'Private data of zone {} goes to {} ({})': (zone, to, zones) =>
    `驻留区 ${zone} 的私有数据去往 ${to}（${zones}）`,
  'Quarters of the horizon': () => '规划期的期数',
  'Racks at {} in {} that need {}, against its blocks': (site, period, ids) =>
    `${site} 在 ${period} 需要 ${ids} 的机柜，对照其区块`,
  'Replicas of {} busy or ready at {} in {}': (model, site, period) =>
    `${site} 在 ${period} 工作或待命的 ${model} 副本`,
  "Representative days of {} that are the plan's own": (site) => `${site} 属于方案自身的代表日`,
  Revenue: () => '收入',
  'Rooms against what may stand {}': (where) => `${where}的机房，对照所允许的`,
  'Rooms {}': (where) => `${where}的机房`,
  'Round trip of {} from {} to {}': (own, from, to) => `${own} 从 ${from} 到 ${to} 的往返时延`,
  'Served, leased and unserved {} in {} of {}': (own, slice, period) =>
    `${period} 时段 ${slice} 中服务、租赁与未服务的 ${own}`,
  'Served, leased and unserved {} of {}, {}': (own, region, period) =>
    `${region} 在 ${period} 服务、租赁与未服务的 ${own}`,
  'Share of a class that {} takes in {}, at most': (name, period) =>
    `${name} 在 ${period} 承接某类的比例上限`,
  'Sites and quarters with one build': () => '恰有一条建设记录的站点与时期',
  'Slices by which the result keeps its dispatch (results of older versions keep none: solve again)': () =>
    '结果保存调度所用的时段（旧版本的结果没有：请重新求解）',
  'Storage at {}, against the minutes of the peak that it keeps': (where) =>
    `${where}的储能，对照其应维持峰值的分钟数`,
  'Summary, {}': (field) => `摘要：${field}`,
  'Tax of year {}, of {}': (year, who) => `第 ${year} 年的税款，按${who}`,
  'Tax or loans are left out': () => '税款或贷款被遗漏',
  'The plan has no accelerator {}, which is said to serve {}': (id, own) =>
    `方案没有加速器 ${id}，结果却称其服务 ${own}`,
  'The plan has no demand of class {}, which {} is said to serve': (own, id) =>
    `方案没有 ${own} 类的需求，结果却称 ${id} 服务它`,
  'The plan has no model {}, which is said to serve {}': (id, own) =>
    `方案没有模型 ${id}，结果却称其服务 ${own}`,
  'The plan has no {}': (name) => `方案没有 ${name}`,
  'The plan has other cooling at {} than the solve chose': (site) => `方案在 ${site} 的冷却与求解所选不同`,
  'The result was made from this state of the plan': () => '结果由方案的当前状态得出',
  'Tokens bought of {}': (name) => `向 ${name} 购买的 token`,
  'Tokens from {} to {} at the busiest minute of {}': (from, to, period) =>
    `${period} 最忙一分钟从 ${from} 到 ${to} 的 token`,
  'Tokens served away from the edge in all': () => '在边缘以外服务的 token 总量',
  'Tokens leased or bought in all': () => '租赁或购买的 token 合计',
  'Tokens of {} placed at {} against what flows there in that slice': (own, where) =>
    `${where}部署的 ${own} token，对照该时段流入的`,
  'Tokens of {} said to be served by {} beyond what its units can': (key, model) =>
    `称由 ${model} 服务而超出其单元能力的 ${key} token`,
  'Tokens served at {} against what flows there': (where) => `${where}服务的 token，对照流入的`,
  'Tokens served by {}': (name) => `${name} 服务的 token`,
  'Tokens that flow to {} and that no unit serves': (where) => `流入${where}而无单元服务的 token`,
  'Tokens that go where they may not': () => '去往不允许之处的 token',
  'Tokens to {} at the busiest minute of {}, against its limit': (name, period) =>
    `${period} 最忙一分钟去往 ${name} 的 token，对照其上限`,
  'Tokens unserved over the horizon': () => '整个规划期未服务的 token',
  'Units in service against cooling {}': (where) => `${where}的在役单元，对照冷却`,
  'Units in service against rooms {}': (where) => `${where}的在役单元，对照机房`,
  'Units of the placements at {} that differ from those of their slice': (where) =>
    `${where}的部署单元与其时段单元之差`,
  'Units of {}, against its megawatts': (where) => `${where}的台数，对照其兆瓦数`,
  'Unserved {} of {} in {}, mean of its slices': (own, region, period) =>
    `${region} 在 ${period} 未服务的 ${own}，各时段平均`,
  'Use of {} at {}': (own, key) => `${key} 的${layer(own)}用量`,
  'Wait for {} at {} at the busiest minute of {}': (model, site, period) =>
    `${period} 最忙一分钟在 ${site} 等待 ${model} 的时间`,
  'Water of all sites': () => '全部站点的用水',
  'Water of {} in the year from {}': (site, from) => `${site} 自 ${from} 起一年的用水`,
  'Water of {} in {} against a simulated quarter': (site, period) =>
    `${site} 在 ${period} 的用水，对照模拟的季度`,
  'What covers the debt service of year {}': (year) => `第 ${year} 年可用于还本付息的现金`,
  'What is received at the rate of return of {}, beside what is paid': (who) =>
    `按${who}的内部收益率折现的收入，对照支出`,
  'What is received at the rate of return, beside what is paid': () => '按内部收益率折现的收入，对照支出',
  'What rooms and cooling could carry at {} in {}': (site, period) =>
    `${site} 在 ${period} 机房与冷却所能承载的`,
  'What slices of a {} leave of {}, less what others serve of it': (day, name) =>
    `${day}各时段留下的${name}，减去其他时段补服务的`,
  'What the units of {} can do at {} in {} of {}': (own, site, slice, period) =>
    `${period} 时段 ${slice} 中 ${site} 的 ${own} 单元所能完成的`,
  'What {} costs in {}, before discounting': (name, period) => `${name} 在 ${period} 的成本，未折现`,
  'What {} pays in {}, before discounting': (name, period) => `${name} 在 ${period} 支付的金额，未折现`,
  'What {} takes at once in {}, against its depth': (name, period) =>
    `${name} 在 ${period} 同时接纳的量，对照其深度`,
  'Work done by {} at {} in {} with failures and spares': (id, site, period) =>
    `${site} 在 ${period} 计入故障与备件后 ${id} 完成的工作`,
  'Worth of one more unit of {} at {}, {} to {}': (own, site, from, to) =>
    `${site} 在 ${from} 至 ${to} 多一单位${layer(own)}的价值`,
  'Written off in year {}, of {}': (year, who) => `第 ${year} 年的折旧，按${who}`,
  'all sites': () => '全部站点',
  'all sites {}': (period) => `全部站点 ${period}`,
  'all the money': () => '全部资金',
  'at {} in {}': (site, period) => `${site} 在 ${period} `,
  'no zone': () => '无驻留区',
  'the owners’ money': () => '股东资金',
  weekday: () => '工作日',
  weekend: () => '周末',
  '{} against what it can carry': (what) => `${what}，对照其所能承载的`,
  '{} at the busiest minute of {}': (id, where) => `${where} 最忙一分钟的 ${id}`,
  '{} at {}': (why, site) => `${site}：${why}`,
  '{} at {} in {}': (id, site, period) => `${site} 的 ${id} 在 ${period} `,
  '{} at {} is said to bind in {}, where the cake has another layer binding': (own, site, period) =>
    `称${layer(own)}在 ${period} 于 ${site} 成为瓶颈，而七层图中是另一层`,
  '{} at {} on its representative days, against the 8,760 hours': (what, site) =>
    `${site} 代表日的${what}，对照 8,760 小时`,
  '{} at {} on its representative days, against the 8,760 hours ({} % of the highest allowed)': (
    what,
    site,
    share,
  ) => `${site} 代表日的${what}，对照 8,760 小时（允许最高值的 ${share} %）`,
  '{} bought by {}, against what can be delivered': (id, period) =>
    `截至 ${period} 购入的 ${id}，对照可交付的`,
  '{} from {} to {} in {}, mean of its slices': (own, from, to, period) =>
    `${period} 从 ${from} 到 ${to} 的 ${own}，各时段平均`,
  '{} goes to spot capacity': (own) => `${own} 去往竞价容量`,
  '{} held in {}, against the blocks whose term covers it': (name, period) =>
    `${period} 持有的 ${name}，对照租期覆盖该期的批次`,
  '{} in its best climate': (what) => `${what}（最有利的气候）`,
  '{} in its worst climate': (what) => `${what}（最不利的气候）`,
  '{} in service at {} in {}, against those bought and neither worn out nor sold': (id, site, period) =>
    `${site} 在 ${period} 在用的 ${id}，与已购买且未到寿命、未出售者相比`,
  'The plan offers no age of {} years to {} of {} at {}': (years, id, period, site) =>
    `方案没有为 ${site} 于 ${period} 交付的 ${id} 提供 ${years} 年的退役年限`,
  'Periods that {} of {} at {} serves at an age of {} years': (id, period, site, years) =>
    `${site} 于 ${period} 交付的 ${id} 在 ${years} 年年限下服务的期数`,
  'Whole units of {} of {} at {} that leave': (id, period, site) =>
    `${site} 于 ${period} 交付的 ${id} 中退役的整台数`,
  'Paid for {} of {} at {} at an age of {} years': (id, period, site, years) =>
    `${site} 于 ${period} 交付的 ${id} 在 ${years} 年时的售价`,
  '{} delivered to {} in {} that leave early, against those delivered': (id, site, period) =>
    `${site} 于 ${period} 交付的 ${id} 中提前退役者，与交付数相比`,
  '{} delivered to {} in {} that leave at the age of the plan': (id, site, period) =>
    `${site} 于 ${period} 交付的 ${id} 中按方案年限退役者`,
  '{} in the year from {}': (what, from) => `${what}，自 ${from} 起一年`,
  '{} in {}': (what, period) => `${what} 在 ${period} `,
  '{} in {} against what flows there': (tokens, period) => `${tokens}（${period}），对照流入的`,
  '{} in {}, against the offer': (name, period) => `${period} 的 ${name}，对照其供给`,
  '{} is barred': (own) => `${own} 被禁止服务`,
  '{} is below zero': (path) => `${path} 为负`,
  '{} kept for training at {} in {}': (id, site, period) => `${site} 在 ${period} 留作训练的 ${id}`,
  '{} may not go to the tier {}': (own, tier) => `${own} 不得去往层级 ${tier}`,
  '{} needs an export licence for {}': (id, country) => `${id} 运往 ${country} 需要出口许可`,
  '{} needs {} cooling': (id, kind) => `${id} 需要${kind === 'air' ? '风冷' : '液冷'}`,
  '{} of quality {} serves {}': (name, quality, own) => `质量为 ${quality} 的 ${name} 服务 ${own}`,
  '{} of quality {} serves {}, whose floor is {}': (model, quality, own, floor) =>
    `质量为 ${quality} 的 ${model} 服务 ${own}，其下限为 ${floor}`,
  '{} of {} in {}': (own, region, period) => `${region} 在 ${period} 的 ${own}`,
  'Units of {} on {} at {} that read prompts alone': (own, id, where) =>
    `${where}：${id} 上 ${own} 专读提示词的单元`,
  '{} on {} at {}, against what the units can do': (own, id, where) =>
    `${where}由 ${id} 服务的 ${own}，对照单元能力`,
  '{} runs no model that serves {} in time, yet {} is said to': (id, own, model) =>
    `${id} 上没有能及时服务 ${own} 的模型，结果却称 ${model} 可以`,
  '{} serves where it is not deployed': (model) => `${model} 在未部署之处服务`,
  '{} serves {} with {}, and not with {}': (id, own, runs, model) =>
    `${id} 以 ${runs} 服务 ${own}，而非 ${model}`,
  '{} serves {}, which is kept to {}': (model, own, set) => `${model} 服务 ${own}，而该类仅限 ${set}`,
  '{} that serve at {} in {}, against those in service': (id, site, period) =>
    `${site} 在 ${period} 服务中的 ${id}，对照在役的`,
  '{} that serve, stand ready or train at {} in {}, against those in service': (id, site, period) =>
    `${site} 在 ${period} 服务、待命或训练的 ${id}，对照在役的`,
  '{}, served with {}, runs on {}': (model, software, ecosystem) =>
    `${model} 以 ${software} 提供服务，却运行于 ${ecosystem}`,
  'Applications for the grid': () => '电网申请',
  Phases: () => '分期',
  'The plan has no budget {}, which is said to be worth something': (name) =>
    `方案没有预算 ${name}，结果却称其有价值`,
  'What was built or bought and is there no more, or is no whole unit': () =>
    '已建成或购入而不复存在，或非整台的',
  '{} at {} are fewer in {} than before': (what, site, period) => `${site} 的${what}在 ${period} 少于之前`,
  '{} at {} in {} are no whole number': (what, site, period) => `${site} 在 ${period} 的${what}不是整数`,
  'Purchase of {}': (id) => `采购 ${id}`,
  'Switches and optics of {}': (id) => `${id} 的交换机与光模块`,
  '{}, sold at {} years': (what, years) => `${what}（${years} 年时出售）`,
  '{}': (what) => what,
  '{} {}': (place, period) => `${place} ${period}`,
  '{} of {}': (own, region) => `${region} 的 ${own}`,
  '{}; {}': (one, other) => `${one}；${other}`,
  '{}, summed over its quarters': (key) => `${key}，各时段之和`,
  '{}: {}: {}': (place, own, name) => `${place}：${layer(own)}：${costLineName(name, economics)}`,
  'Energy held in {}, against its hours': (where) => `${where}中储存的电量，对照其小时数`,
  'Energy of {} at {} in the year from {}, against {} hours a year': (id, site, from, hours) =>
    `${site} 的 ${id} 自 ${from} 起一年的电量，对照每年 ${hours} 小时`,
  'Energy out of {}, against what went in less its losses, on the day where they differ most': (where) =>
    `${where}放出的电量，对照充入量减去损耗（相差最大的一天）`,
  'Fuel of {} at {} in {}, against what is brought': (id, site, period) =>
    `${site} 的 ${id} 在 ${period} 的燃料，对照可供应的`,
  'Grid and plant at {} in {} with a unit of {} out, against the peak': (site, period, id) =>
    `${site} 在 ${period} 失去一台 ${id} 时的电网与电源，对照峰值`,
  'Heat that leaves the racks {} with spares out of service': (where) => `${where}备用停运时带离机柜的热量`,
  'Heat that the site rejects {} with spares out of service': (where) => `${where}备用停运时站点排出的热量`,
  'Output of {} at {} in {} while the grid curtails': (id, site, period) =>
    `电网限电时 ${site} 的 ${id} 在 ${period} 的出力`,
  'Peak at {} with the {} % that are asked above it, against contract and firm plant': (where, share) =>
    `${where}的峰值加所要求的 ${share} %，对照合同与可靠电源`,
  'Power into and out of {}, against what stands': (where) => `${where}充放的功率，对照装机`,
  'Power left at {} in {} while the grid curtails, against the peak': (site, period) =>
    `电网限电时 ${site} 在 ${period} 剩余的功率，对照峰值`,
  'Price of {} that comes to {} in {}': (equipment, site, period) =>
    `${period} 运抵 ${site} 的${equipment}的价格`,
  'The bill has no {} {}': (kind, where) => `${where}的设备清单没有${KINDS[kind] ?? kind}`,
  '{} is no scheme of redundancy': (scheme) => `${scheme} 不是冗余方案`,
  '{} {} with what {} may lose out of service': (equipment, where, scheme) =>
    `${where}的${equipment}，失去 ${scheme} 所允许的台数后`,
}
