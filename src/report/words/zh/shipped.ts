/** Names of the sample's branches. */
export const shippedBranches: Readonly<Record<string, string>> = {
  'Campus first': '园区先行',
  'EU-only data residency off': '取消仅限欧盟的数据驻留',
  'Interconnection slips 4 quarters': '并网推迟 4 个季度',
  'Leases only': '只租不建',
  'No routing': '不分流',
  'Power +50 %': '电价 +50 %',
  'Token price crash −60 %': 'Token 价格暴跌 −60 %',
}

/** Descriptions, notes and sources inside sample, branches and templates. */
export const shippedTexts: Readonly<Record<string, string>> = {
  'A campus of its own in West Texas, colocation in Frankfurt and Singapore, leased accelerators and tokens bought by API, side by side for users in three regions.':
    '西得克萨斯的自有园区、法兰克福与新加坡的托管机房、租用的加速器和通过 API 购买的 token 并用，服务三个区域的用户。',
  'A crypto mine in North Dakota brings 60 MW that are energised today; halls are converted in steps of 10 MW within a year.':
    '北达科他州一座加密矿场带来已通电的 60 MW；一年之内以 10 MW 为一期改造机房。',
  'A fictional wholesale token operator: seven metro rooms of 2 to 4 MW and one campus, 2026 Q4 to 2031 Q4. Leases carry the first quarters, rooms take over, the campus opens when they are full.':
    '虚构的 token 批发运营商：七个 2 至 4 MW 的城市机房和一个园区，2026 Q4 至 2031 Q4。先靠租用起步，机房陆续接替，机房满后园区投运。',
  "East Data, West Computing: demand of Shanghai, Chengdu and Shaoguan served from hubs at Ulanqab, Gui'an and Zhongwei on domestic accelerators.":
    '东数西算：上海、成都、韶关的需求，由乌兰察布、贵安、中卫枢纽用国产加速器服务。',
  'Electricity at every site costs half as much again.': '各站点电价上涨一半。',
  'Every grid connection comes a year later.': '所有并网推迟一年。',
  'Every task goes to the model of the higher floor: what the plan would be without layer 6.':
    '所有任务都交给质量下限较高的模型：没有第 6 层时方案的样子。',
  'Nothing but one region of users, to be described layer by layer: agents, models, accelerators, sites and their power.':
    '只有一个用户区域，其余逐层描述：智能体、模型、加速器、站点及其电力。',
  'Nothing is built: every token is served on leased accelerators, as far as the offers go.':
    '不建任何设施：在报价的限量内，全部 token 由租用的加速器服务。',
  'One campus of up to 120 MW of IT in West Texas in phases of 20 MW; gas engines and solar may bridge the wait for the grid.':
    '西得克萨斯一个 IT 最多 120 MW 的园区，每期 20 MW；等待电网期间可用燃气机组和光伏过渡。',
  'Private demand of the European Union may be served outside it; the other zones keep theirs.':
    '欧盟的私有需求可在区外服务；其他区域不变。',
  'The campus is begun at once and may open from 2028 Q4, two years of building from the start; the metro rooms wait until 2030.':
    '园区立即动工，建设两年，最早 2028 Q4 投运；城市机房等到 2030 年。',
  'Three modular rooms of 2 to 4 MW close to their users in Dallas, Frankfurt and Tokyo, with leases to begin on.':
    '达拉斯、法兰克福、东京三个靠近用户的 2 至 4 MW 模块化机房，先靠租用起步。',
  'Tokens sell for two fifths of their price. What is built stays the cheapest way to serve the demand; what it earns does not.':
    'token 售价降至五分之二。所建仍是满足需求的最低成本方式，但收益不再如前。',
  "Up to 4 MW of cages in a landlord's hall in Ashburn over three years: rent in place of a building, no grid connection of one's own, leased accelerators to begin on.":
    '三年内在阿什本的托管机房租用最多 4 MW 的机笼：以租金代替建楼，无需自有电网接入，先靠租用加速器起步。',
  '12 tasks on each of 5 active days of 7': '每周 7 天中 5 天活跃，每天 12 个任务',
  'AWS list, 2026-07-31 (B); limit an estimate (C)': 'AWS 价目表，2026-07-31 (B)；限量为估计 (C)',
  'Agents, coding and batch need the frontier model; real-time, chat and private work make do with the large one (C)':
    '智能体、编程和批处理需要前沿模型；实时、对话和私有任务用大模型即可 (C)',
  'Announced; price and power are estimates (C)': '已发布；价格和功率为估计 (C)',
  'Built in blocks of 1 MW (C)': '以 1 MW 为一块建设 (C)',
  'Cages of 0.5 MW with liquid to the rack; fit-out 1.4 MUSD/MW as in the catalog (B). Running cost is the rent: 184 USD per kW and month, CBRE H2 2024 for 250 to 500 kW (B)':
    '每个机笼 0.5 MW，液冷到机柜；装修 140 万美元/MW，取自目录 (B)。运行费即租金：每 kW 每月 184 美元，CBRE 2024 下半年，250 至 500 kW (B)',
  'Cages of 1 MW; fit-out as in the catalog (B). Running cost is the rent, 217 USD per kW and month: CBRE, global mean of 2025 Q1 (B)':
    '每个机笼 1 MW；装修取自目录 (B)。运行费即租金，每 kW 每月 217 美元：CBRE，2025 Q1 全球均值 (B)',
  'Cages of 1 MW; fit-out as in the catalog (B). Running cost is the rent, 315 USD per kW and month: CBRE 2023, Singapore 300 to 450 (B)':
    '每个机笼 1 MW；装修取自目录 (B)。运行费即租金，每 kW 每月 315 美元：CBRE 2023，新加坡 300 至 450 (B)',
  'Catalog price list; limit and price change estimates (C)': '取自目录价目表；限量和价格变动为估计 (C)',
  'Complex tasks (C)': '复杂任务 (C)',
  'Demand charge an estimate (C)': '需量电费为估计 (C)',
  'Energised today for mining; 60 MW stay with the site': '现已为挖矿通电；60 MW 随站点保留',
  'Fit-out in a standing colo, in blocks of 1 MW (C)': '在现有托管机房内装修，以 1 MW 为一块 (C)',
  'For floors above 0.88 (C)': '用于 0.88 以上的质量下限 (C)',
  'HGX node of 8, loaded price (grade B); price decline an estimate (C)':
    '8 卡 HGX 节点，含配套的价格 (B)；降价速度为估计 (C)',
  'Hardware made in China only, as the hubs ask for': '按枢纽要求，只用中国制造的硬件',
  'List price of DeepSeek-V4-Flash at Fireworks (token_prices.csv); that every class sells at it, and that it stays, is an estimate':
    'DeepSeek-V4-Flash 在 Fireworks 的挂牌价（token_prices.csv）；各任务类都按此价出售且价格不变，是估计',
  'Nominal USD, WACC 10 %, escalation 2.5 % on energy': '名义美元，WACC 10 %，电价每年上涨 2.5 %',
  'PPA case 55 USD/MWh (C)': '购电协议情形，55 USD/MWh (C)',
  'Price an estimate (C)': '价格为估计 (C)',
  'Qubrid bare metal, 2026-09-20 (A); limit an estimate (C)': 'Qubrid 裸机，2026-09-20 (A)；限量为估计 (C)',
  'Qubrid bare metal, 2026-09-20 (A); limit and price change estimates (C)':
    'Qubrid 裸机，2026-09-20 (A)；限量和价格变动为估计 (C)',
  'Rack of 72, loaded price (grade B)': '72 卡机柜，含配套的价格 (B)',
  'RunPod, 2026-10-07 (A); limit and price change estimates (C)':
    'RunPod，2026-10-07 (A)；限量和价格变动为估计 (C)',
  'RunPod, 2026-10-07 (A); that every zone has it, and the limit, are estimates (C)':
    'RunPod，2026-10-07 (A)；各区都有此报价及限量为估计 (C)',
  'RunPod, 2026-10-07 (A); that every zone has it, limit and price change are estimates (C)':
    'RunPod，2026-10-07 (A)；各区都有此报价、限量和价格变动为估计 (C)',
  'Server of 8; price from the catalog range plus host and network (C)':
    '8 卡服务器；价格取自目录区间，另加主机与网络 (C)',
  'Simple tasks; quality relative to the reference is an estimate (C)': '简单任务；相对参照的质量为估计 (C)',
  "The landlord's connection: nothing to apply for, no demand charge of one's own; electricity is metered and passed on with 10 % (C)":
    '用房东的电网接入：无需申请，自己不付需量电费；电费按表计量，加收 10 % 转付 (C)',
  "The landlord's connection: nothing to apply for; electricity is metered and passed on with 10 % (C)":
    '用房东的电网接入：无需申请；电费按表计量，加收 10 % 转付 (C)',
  'Two halls of 8 MW, each in two blocks of 4 MW (C)': '两座 8 MW 机房，各分两块，每块 4 MW (C)',
  'Wait of 7 years for 100 MW (JLL 2026); a block comes through colo, in steps (C)':
    '100 MW 要等 7 年（JLL 2026）；经托管机房分步获得一块 (C)',
}
