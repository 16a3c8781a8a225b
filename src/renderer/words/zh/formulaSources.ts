/** Where a formula comes from, in Chinese by its English text; names of authors and standards stay theirs. */
export const formulaSources: Readonly<Record<string, string>> = {
  'Discounted cash flow, as in Brealey, Myers and Allen, Principles of Corporate Finance':
    '折现现金流法，见 Brealey、Myers 与 Allen《公司财务原理》',
  'After the levelised cost of energy (IEA/NEA, Projected Costs of Generating Electricity)':
    '参照平准化度电成本（IEA/NEA《发电成本预测》）',
  'Weights from the plan’s selling prices; 0.1 and 4 where it has none (list prices, grade C)':
    '权重取自方案售价；未填售价时取 0.1 与 4（标价，C 级）',
  Definition: '定义',
  'Straight-line book value': '直线法账面价值',
  'Capital recovery factor of engineering economics': '工程经济学的资本回收系数',
  'The plan’s shares by age; else straight-line book value': '方案按年限给定的比例；未给定时为直线法账面价值',
  'Price by catalog row, change by the plan': '价格取自目录，年变化取自方案',
  'Price in force on the first day of the period, moves of the plan’s market scenario':
    '该期首日生效的价格，及方案市场情景中的变动',
  'Take or pay for the term of a reserved lease, hours used otherwise':
    '预留租赁在整个租期内照付不议，其余按使用小时',
  'Price list in force on the first day of the period': '该期首日生效的价目表',
  'Tokens that go there, by class': '按类别送往该处的 token',
  'Licence of the model': '模型许可条款',
  'Selling prices of the plan': '方案售价',
  'Who uses a place bears its cost: at a site by hours of units at their price, at a lease or an offer by tokens':
    '谁使用谁承担：站点按所用单元小时及其价格，租赁与 API 按 token',
  'Royalties follow the tokens; energy, carbon and water the IT energy of the work; all else is fixed':
    '许可费随 token；电、碳、水随工作所耗 IT 电量；其余为固定成本',
  'Idle draw of the plan’s accelerators, grade C where it is the default':
    '方案中加速器的空闲功率；采用默认值时为 C 级',
  'Shapley, A Value for n-Person Games (1953), for up to three groups; beyond, two opposite orders':
    '三组以内按 Shapley 值（1953）；更多组时取正反两序的平均',
  'Every payment at its date, as money changes hands': '每笔收付按实际发生日期',
  'Revenue less running costs; what is sold or left at the horizon counts, deposits do not':
    '收入减运行成本；出售与期末残值计入，保证金不计',
  'Losses carried forward without limit of time, where the plan carries them':
    '方案允许结转时，亏损可无限期结转',
  'Annuity loan, one for each thing bought; interest until service is added to it':
    '等额本息贷款，每项购置一笔；投运前利息资本化',
  'Corporate income tax with losses carried forward; no other tax': '企业所得税，亏损可结转；不计其他税种',
  'IRS Publication 946, table A-1 (half-year convention); straight-line by days otherwise':
    '美国国税局 Publication 946 表 A-1（半年惯例）；其余按天直线折旧',
  'Flow to equity: payments of the owners alone, at the discount rate of the plan':
    '股权现金流法：只计股东的收付，按方案折现率',
  'Debt service coverage ratio of project finance; what is owed at the horizon is not in it':
    '项目融资的偿债备付率；规划期末结清的余额不计入',
  'Definition; in the last period': '定义；取最后一期',
  'Definition; a site is of the edge as it says, else by its size':
    '定义；站点是否属于边缘按其设定，未设定则按规模',
  'Archetypes of the catalog, each with its source': '目录中的需求原型，各有来源',
  'Bass, A New Product Growth Model for Consumer Durables (1969); logistic through both points':
    'Bass 扩散模型（1969）；逻辑斯蒂曲线过首末两点',
  'Profiles of the catalog, in the time of each region; peaks are taken after pooling':
    '目录中的曲线，按各区域当地时间；合并后再取峰值',
  'Share of the network an estimate (grade C); round trips from the catalog':
    '网络所占比例为估计值（C 级）；往返时延取自目录',
  'Sakasegawa (1977), G/G/k; the audit uses Erlang C': 'Sakasegawa（1977）G/G/k；审计采用 Erlang C',
  'Measured; what one call sees follows from the calls in flight, or from the time of a token':
    '实测；单个调用的速度由并发调用数或每 token 时间推得',
  'Roofline of memory, arithmetic and links with coefficients fitted to measured runs':
    '显存、算力与互连的屋顶线模型，系数由实测拟合',
  'Derived of either kind alone; 13 % off by the median on 176 measured systems (grade C)':
    '由两类加速器各自的速度推得；对 176 个实测系统的误差中位数为 13 %（C 级）',
  'As many of either kind as keep both busy': '两类的数量使双方都不空闲',
  'Share of the time that tokens of each line take': '各需求条目的 token 所占时间的比例',
  'Usable share and reserve as measured at most': '可用比例与预留取实测上限',
  'M/D/1 tail; 0.7 from MLPerf Inference v5.0 servers':
    'M/D/1 排队的尾部；0.7 取自 MLPerf v5.0 推理基准的 Server 场景',
  'Fitted to measured runs with power': '由带功率的实测运行拟合',
  'Harmonic mean: a token takes 1/speed of a unit’s time': '调和平均：一个 token 占用单元的时间为速度的倒数',
  'The plan’s own limit of a region and a site; held in every period':
    '方案为区域与站点设定的限制；各期均须满足',
  'Life or refresh as the plan has it; earlier ages as the solve decides':
    '寿命或更新周期按方案；提前退役由求解决定',
  'Lead times of the catalog': '目录中的交期',
  'Critical path: what the first load of a site waits for': '关键路径：站点首批负载所等待的事项',
  'Definition by ISO/IEC 30134-2; cooling by the share of Carnot of chillers and free cooling':
    '按 ISO/IEC 30134-2 定义；冷却按冷机的卡诺效率占比与自然冷却',
  'ISO/IEC 30134-9; evaporation at 2.44 MJ/kg, 90 % latent, five cycles of concentration':
    'ISO/IEC 30134-9；汽化潜热 2.44 MJ/kg，潜热占 90 %，浓缩倍数 5',
  'Cheapest day with everything built; storage ends as full as it began':
    '既有建设下成本最低的一日；储能首尾电量相同',
  'The plan’s block of the hour; days that were imported have weather of their own':
    '方案中该小时所属的时段；导入的典型日用其自身气象',
  'Definition; where hours were imported, price and carbon are theirs':
    '定义；已导入逐时数据时，电价与碳强度用导入值',
  'Definition; each hour of a day stands for as many hours as the day stands for days':
    '定义；典型日代表多少天，其每小时即代表多少小时',
  'Names as in Uptime Institute, Tier Standard: Topology': '名称同 Uptime 协会的 Tier 标准（Topology）',
  'Transformers; switchgear; generators; UPS; cooling machines; at the ASHRAE 0.4 % day':
    '依次为变压器、开关柜、发电机、UPS、冷却机组；按 ASHRAE 0.4 % 设计日',
  'Prices of the catalog': '目录价格',
  'Outage model of REopt (NREL)': 'REopt（NREL）的停电模型',
  'Definition; design conditions of ASHRAE (0.4 %)': '定义；ASHRAE 设计工况（0.4 %）',
  'Energy balance': '能量平衡',
  'Tariff of the site': '站点电价',
  'Large-load tariffs: minimum take and ratchet on metered peaks, of chosen months or all':
    '大用户电价：按计量峰值的最低计费与棘轮条款，适用于选定月份或全部月份',
  'Large-load tariffs': '大用户电价',
  'Take or pay': '照付不议',
  'Firm capacity against peak; credits (ELCC) of the catalog':
    '可靠容量与峰值对照；容量可信度（ELCC）取自目录',
  'A day ends as full as it began': '每日首尾电量相同',
  'GHG Protocol, scope 2; grid factors of the catalog': 'GHG Protocol 范围二；电网排放因子取自目录',
  'Each layer by its own limit, as if all others were wide': '各层按自身限制，假定其他层足够宽',
  'Dual of linear programming, with phases as built; for a small step':
    '线性规划的对偶值，分期按已建；只对小步成立',
  'Lagrangian bound of the duals, whatever the solver’s tolerance':
    '由对偶值得到的拉格朗日界，与求解器容差无关',
  'Mixed-integer linear programming': '混合整数线性规划',
  'Clock of the machine that solved it': '求解所用机器的时钟',
  'Units bought over the horizon': '规划期内购置的台数',
  'Non-blocking fat tree (Clos); Al-Fares, Loukissas and Vahdat, SIGCOMM 2008':
    '无阻塞胖树（Clos）；Al-Fares、Loukissas 与 Vahdat，SIGCOMM 2008',
  'Servers at the plan’s price of today, parts of the network at prices of the catalog':
    '服务器按方案今日价格，网络部件按目录价格',
  'Share of spares of the plan': '方案的备件占比',
  'The plan’s price of a MW, split as the row of its building in the catalog is':
    '方案的每 MW 价格，按目录中该类建筑的构成拆分',
  'Prices of the orders, in the year of the plan in which they are paid': '订购价，计入付款所在的方案年度',
  'Means of the periods, times their length': '各期平均值乘以期长',
  'What the plan may spend, emit, evaporate, leave unserved or take from others':
    '方案可支出、排放、蒸发、不服务或取自他处的上限',
  'Measured between cloud regions; else fibre at 200 km/ms, a detour of 1.5, 4 ms of equipment (C)':
    '云区域间实测；否则按光纤 200 km/ms、绕行系数 1.5、设备 4 ms 估算（C 级）',
  'Archetypes of the catalog, or the line’s own targets': '目录中的需求原型，或条目自身的目标',
  'Definition; on a Wednesday, before bursts within the hour': '定义；取周三，未计小时内突发',
  'Profiles of the catalog, or the line’s own hours; scaled so that the mean of a week is 1':
    '目录中的曲线或条目自身的逐时值；归一化使一周均值为 1',
  'IT at full load all year; capital as an annuity over the life of the building':
    'IT 全年满载；资本按建筑寿命折为年金',
  'Samples of every hour of the day and quarter of the year: imported, or synthetic':
    '每季每小时的样本：导入或合成',
  'Meets the region’s mean and ASHRAE 0.4 % temperatures (C); of imported hours, their own fifths':
    '符合区域年均温与 ASHRAE 0.4 % 设计温度（C 级）；导入的逐时数据取其五分位',
  'Definition; at design conditions, all units running': '定义；设计工况，全部设备运行',
  'Hardware and electricity at full load; rooms, grid and idle hours are not in it (C)':
    '满载的硬件与电力；不含机房、电网与空闲时间（C 级）',
  'Definition; power of the board': '定义；板卡功率',
  'Weights, cache of the calls at once and 2 GB of reserve, per accelerator':
    '每加速器的权重、并发调用的缓存与 2 GB 预留',
  'Errors of rows that were held out; narrower beside a measured run':
    '留出数据行的误差；附近有实测时区间更窄',
  'A solve of its own with the row of the cap as objective, to its own proven gap':
    '以该上限所在行为目标单独求解，各有其证明差距',
  'Each variant is a plan of its own, solved to its own proven gap': '每个变体单独求解，各有其证明差距',
  'Speeds of the models on the best hardware of the plan for each class; nothing is solved':
    '各类别取方案中最适合它的硬件上的模型速度；不作求解',
  'Draws by seed and number; rank correlation by a Gaussian copula':
    '按种子与序号抽样；秩相关由高斯 Copula 给出',
  'Bisection; each step solves a plan': '二分法；每步求解一次方案',
  'The linear problem solved again with the structure as built; a forced decision is solved from nothing':
    '既有结构下重新求解线性问题；强制的决策则从头求解',
  'One of the unit, 0.1 Mtok/s, 100 accelerators, 1,000 t, m³ or MWh':
    '一个单位；0.1 Mtok/s、100 颗加速器、1,000 吨、1,000 m³ 或 1,000 MWh',
  'Second computation that shares no formula with the solver; of a limit b is the most that a may be':
    '与求解器不共享公式的另行计算；对上限而言，b 为 a 的最大允许值',
  'First order: at the optimum what the plan decides changes nothing':
    '一阶近似：在最优处，方案的决策变动不影响成本',
}
