import type { tour as english } from '../en/tour.ts'

export const tour: typeof english = {
  title: '导览',
  step: (at, of) => `${at} / ${of}`,
  next: '下一步',
  back: '上一步',
  skip: '跳过导览',
  done: '开始使用',
  steps: {
    welcome: {
      title: '一个可以随意查看的完整方案',
      text: 'Meridian Tokens 是由多个站点组成的 AI 工厂，已求解并经过审计。其中一切都可修改，撤销即可恢复；也可建立分支，保留原方案。',
    },
    cake: {
      title: '七层，同一单位',
      text: '从需求到电力，每层以每秒 token 显示它能承载多少、必须承载多少。没有余量的那一层限制了方案。',
    },
    binds: {
      title: '瓶颈在哪里，放宽值多少',
      text: '哪项限制在何处、何时制约方案，以及再多一兆瓦、一台机柜或一条链路能节省多少。',
    },
    inputs: {
      title: '逐层输入',
      text: '表格用法如同电子表格：键入、粘贴区域、向下填充。单位可直接书写（“1.2 GW”“40 c/kWh”）。表格下方显示数值的默认值、来源与年限。',
    },
    solve: {
      title: '重新求解',
      text: '修改之后求解：进度显示目前最佳方案及其最多偏离多少。足够接近时随时停止，最佳方案会保留。',
    },
    decide: {
      title: '推演、比较、报告',
      text: '预测若有偏差会怎样；各分支并列比较；交付带最迟下单日与全部来源的报告。',
    },
    help: {
      title: '随时有帮助',
      text: 'F1 解释当前页面及其背后的每个公式；Ctrl+K 按名称查找命令；? 显示快捷键。文件可拖放到任意位置。',
    },
  },
}
