/** Bounds in the unit of a cell; after all other phrases, of which some begin with the same words and say more. */
export const boundExpectations: readonly (readonly [English: RegExp, Chinese: string])[] = [
  [/^(-?[\d.,]+(?: \S.*)?) or more$/, '不小于 $1'],
  [/^more than (-?[\d.,]+(?: \S.*)?)$/, '大于 $1'],
  [/^at most (-?[\d.,]+(?: \S.*)?)$/, '不大于 $1'],
  [/^less than (-?[\d.,]+(?: \S.*)?)$/, '小于 $1'],
]
