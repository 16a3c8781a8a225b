/** Fields of demand, and explanations of fields, in Chinese, by their English text. */
export const zhHelp: Readonly<Record<string, string>> = {
  'Share of the units; all shares sum to 100 %': '占单位数的比例；各区域合计 100 %',
  'Ids of models and services that may serve it on own and leased hardware; left empty: all that are good enough':
    '可在自有与租赁硬件上服务该类别的模型与双模型服务的标识；留空：所有质量达标者',
  'Tiers that may serve it, of device, edge, site, campus, leased and api; left empty: all':
    '可服务该类别的层级，取自 device、edge、site、campus、leased、api；留空：全部',
  'Months of the year (1 to 12) whose peaks the ratchet looks at; a quarter with one of them counts whole':
    '棘轮所看的月份（1 至 12）；含其中一个月的季度整季计入',
  'By you, or by the solve: block by block within rack density and water permit, written here as an edit':
    '由您选择，或由求解选择：逐块在机柜密度与用水许可之内选定，并作为编辑写入此处',
  'On the clock; empty: 2 minutes, of large problems 15 minutes or an hour':
    '按时钟计；留空：2 分钟，大型问题为 15 分钟或 1 小时',
  'Quality floor': '质量下限',
  'Floor holds': '下限方式',
  'May wait': '可等待',
  'Line of demand': '需求行',
  'Growth and burst': '增长与突发',
  Steps: '阶跃',
  'Bass: market': 'Bass：市场容量',
  'Bass: innovation': 'Bass：创新系数',
  'Bass: imitation': 'Bass：模仿系数',
  'Units by period': '各期单位数',
  'Burst within the hour': '小时内突发',
  'Units that come or leave': '加入或离开的单位数',
  'Level of weekends': '周末水平',
  Clock: '时钟',
  'Private data of a zone may be served only at sites of the same zone': '某区的私有数据只能由同区站点服务',
  'Row of the regions catalog: place, climate, energy price, grid carbon':
    '区域目录中的行：地点、气候、电价、电网碳强度',
  'Name in the latency matrix, as in azure:eastus; without it round trips are estimated by distance':
    '时延矩阵中的名称，如 azure:eastus；没有时按距离估算往返时延',
  'Users, seats, agents or machines': '用户、席位、智能体或机器',
  'In italics: the archetype of the catalog': '斜体：目录中的需求原型',
  'Share of the input tokens found in the prefix cache': '输入 token 中命中前缀缓存的比例',
  'Share of tasks that need a model of the higher quality floor': '需要较高质量下限模型的任务比例',
  'Share of tasks that must stay in their residency zone': '必须留在其驻留区的任务比例',
  'Units that there can ever be, where growth is Bass; empty: as many as lead to the units at the end':
    '增长为 Bass 时可能达到的最大单位数；留空则按期末单位数推算',
  'Who takes it up of their own accord; 0.03 is a mean of textbooks (C)':
    '自发采用者；0.03 为教科书均值（C）',
  'Who takes it up because others have; 0.38 is a mean of textbooks (C)':
    '受他人影响的采用者；0.38 为教科书均值（C）',
  'Where growth is a table: one for each period, the last staying': '增长为表格时：每期一个，最后一个沿用',
  'Busiest minute over the mean of its hour; at least 1': '最忙一分钟与所在小时均值之比；至少为 1',
  'That 95 of 100 calls keep': '95% 的调用满足',
  'A quarter or month, as in 2027Q2 or 2027-05': '季度或月份，如 2027Q2 或 2027-05',
  'At once, on top of the curve; below 0 they leave': '一次性叠加在曲线上；负数为离开',
  'An hour of Saturday or Sunday over the same hour of another day': '周六、周日某小时与其他日同一小时之比',
  'Of the region: on the clock of each, summer time included; UTC: the same hour everywhere':
    '各区域当地：按各区域时钟，含夏令时；UTC：各处同一小时',
  'A PUE that is known, electrical losses included: in place of the formula of the cooling':
    '已知的 PUE（含电气损耗），取代冷却公式',
  'N carries the load; N+1 has one spare; 2N two whole sets; 4N3R four blocks of which three carry the load; block one catcher for up to five':
    'N 恰好承载负载；N+1 多一台备用；2N 两整套；4N3R 四组中三组承载；后备冗余每五台以内共用一台备用',
  'First quarter or month with grid power, as in 2027Q2 or 2027-05':
    '电网通电的首个季度或月份，如 2027Q2 或 2027-05',
  'Firm MW that the site brings, such as a mine: no queue, no connection to pay':
    '站点自带的可靠 MW（如矿场）：无需排队，不付接入费',
  'First quarter or month in which to apply: the plan then chooses when, in place of the date energised':
    '可申请的首个季度或月份：由方案选择时间，取代通电日期',
  'In italics: the price of the catalog region': '斜体：目录区域的价格',
  'Of the highest MW of the look-back, billed at least': '回溯期内最高 MW 的最低计费比例',
  'In place of the quarters; bills are exact where the periods of the plan are months':
    '取代季度数；方案以月为期时账单精确',
  'Of each year, matched in the same hours': '每年，按同一小时匹配',
  'As the plant produces; the same MW in every hour; or settled in money against the spot price':
    '随发电量；每小时相同 MW；或按现货价差结算',
  'Past the meter of the grid': '电表之后',
  '0 to 1, relative to the reference model': '0 到 1，相对参考模型',
  'Left out: FP8 where the accelerator has it, else INT8 or BF16. INT4 computes in 16 bits; MXFP4 keeps all but the experts in them':
    '留空：加速器支持 FP8 时用 FP8，否则 INT8 或 BF16。INT4 以 16 位计算；MXFP4 除专家外均为 16 位',
  'Share of nameplate; an estimate': '占铭牌功率的比例；估计值',
  'In italics: the accelerator of the catalog': '斜体：目录中的加速器',
  'No: every task goes to a model of the higher floor, the plan without layer 6':
    '否：所有任务都用较高下限的模型，即没有第 6 层的方案',
  'Zones whose private demand may be served elsewhere all the same, as in eu':
    '其私有需求仍可在别处服务的区，如 eu',
  'Yes: a plan that leaves demand unserved is no plan': '是：有需求未服务的方案不成立',
  'For every model that serves a class, or on average: for its tokens of a region and period together':
    '逐模型：服务该类别的每个模型均须达到；按平均：某区域某期的 token 平均达到即可',
  'No: each region is served by the nearest of the sites that may serve it, by leases and by APIs':
    '否：各区域仅由可服务的最近站点以及租赁与 API 服务',
  'Of capacity at the peak; the rest keeps queues short': '占高峰容量；其余用于缩短排队',
  'Classes that may be served nowhere, as in realtime-complex':
    '任何地方都不得服务的类别，如 realtime-complex',
  'Both directions, with framing': '双向，含封装',
  '0: on demand, paid by the hour used; else blocks paid for their whole term':
    '0：按需，按使用小时付费；否则按整个租期付费',
  'A quarter as in 2027Q2, or a month as in 2027-05; months begin where you say, quarters and years with a quarter':
    '季度如 2027Q2，或月份如 2027-05；按月可从任意月份开始，季与年从季度开始',
  'Into how many blocks a day is cut: 2, 3, 4, 6, 8, 12 or 24': '一天划分的时段数：2、3、4、6、8、12 或 24',
  'Plant, rooms and accelerators: paid once, or as an annuity over their life for each year in service':
    '电源、机房与加速器：一次付清，或按服役年限以年金支付',
}
