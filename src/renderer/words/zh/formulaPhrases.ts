/** Words within expressions, in Chinese; longer ones first. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/mean over orders of {2}C\(before g, and g\) − C\(before g\)/, '各次序平均  C(g 及其之前) − C(g 之前)'],
  [/, between ranks by a straight line/, '，名次之间按直线插值'],
  [/least y with {2}(.*) {2}for all x ≥ y/, '最小的 y，使  $1  对所有 x ≥ y 成立'],
  [/, or max\((.*)\) of the book b/, '，或账面 b 的 max($1)'],
  [/\{l of layer 1\}/, '{l 属第 1 层}'],
  [/\{p at the edge\}/, '{p 属边缘}'],
  [/(CRF B) at service/, '投运时 $1'],
  [/1 switch, N links/, '1 台交换机，N 条链路'],
  [/ switches, (\d)N links/g, ' 台交换机，$1N 条链路'],
  [/beyond:/, '更多：'],
  [/two optics a link/, '每条链路两个光模块'],
  [/ {2}with {2}/, '  满足  '],
  [/else /, '否则 '],
  [/\bblock:/, '后备冗余：'],
  [/logistic:/, 'S 曲线：'],
  [/Bass:/, 'Bass 曲线：'],
  [/CAGR:/, '复合增长：'],
  [/\{i in (\w)\}/g, '{i ∈ $1}'],
  [/\{t in y\}/, '{t ∈ y}'],
  [/ or /, ' 或 '],
]

/** An expression with the words in it said in Chinese; its symbols stand. */
export const formulaExpression = (expression: string): string =>
  PHRASES.reduce((text, [english, chinese]) => text.replace(english, chinese), expression)
