import type { TAX_FORMULAS } from '../../../../plan/formulas/taxDebt.ts'
import type { FormulaWords } from '../../formulaWords.ts'

const X_y = '规划某一年的税'
const NPV = '税前净现值'
const r = '折现率'
const y_end = '从规划期开始到该年末的年数'

export const taxDebt: Pick<FormulaWords, keyof typeof TAX_FORMULAS> = {
  tax: {
    title: '年度税额',
    what: '所得减去折旧、利息与以前年度亏损，乘以税率；年末缴纳。出售或规划期末的余值计入所得，其剩余账面同时核销。押金两者皆不计；年金按支付扣除。税率为 0 时不启用。',
    symbols: {
      τ: '税率',
      E_y: '收入减运行成本，含出售与余值',
      A_y: '折旧',
      I_y: '利息，含投运前的利息',
      L_y: '所用的以前年度亏损',
    },
  },
  depreciation: {
    title: '折旧',
    what: '服务器、机房与电源的价格按其类别年限分摊：自投运日起直线法，或如 MACRS 的余额递减法（10 年及以下 200 %，以上 150 %，首年按半年；27 年以上用直线法）。',
    symbols: {
      P_a: '购置价格',
      'd_a,y': '当年折旧占比',
      n: '类别年限',
      b: '尚未折旧的占比',
      f: '10 年及以下为 2，以上为 1.5',
    },
  },
  'value-after-tax': {
    title: '税后净现值',
    what: '税前净现值减去各年税额，如同全部以自有资金支付。',
    symbols: { NPV, X_y, r, y_end },
  },
  'value-of-owners': {
    title: '股东资金的净现值',
    what: '部分以贷款购置时股东的投入与所得：利息减税，付款时提取贷款，随后还本付息。按规划折现率计算；股东承担更多风险，该折现率偏低。',
    symbols: { NPV, X_y: '利息抵扣后的税', r, b_i: '提取为正，付给贷款方为负', y_i: '从规划期开始的年数' },
  },
  'debt-coverage': {
    title: '偿债备付率（DSCR）',
    what: '一年的收入减运行成本与税，除以当年应还本息。贷款方通常要求每年 1.2 至 1.5。投运前的利息计入贷款；自投运起每年等额偿还；规划期末的余额届时还清，不计入该比率。',
    symbols: {
      R_y: '收入',
      O_y: '运行成本',
      X_y: '利息抵扣后的税',
      S_y: '还本付息',
      B: '投运时的欠款',
      i: '年利率',
      n: '贷款期限',
    },
  },
  'letting-margin': {
    title: '出租加速器的毛利',
    what: '自有加速器全时按规划的小时价出租的收入，减去自有站点的成本。',
    symbols: {
      D_t: '时段折现系数',
      H_t: '时段小时数',
      n_t: '持有的自有加速器',
      p: '每加速器小时价格',
      g: '每年价格变化',
      y_t: '从规划期开始的年数',
      C_own: '自有站点全部成本的现值',
    },
  },
}
