import { expect, test } from 'vitest'
import { choiceText, schemeText } from './choiceText.ts'
import { choices as en } from './en/choices.ts'
import { choices as zh } from './zh/choices.ts'

test('a choice of the plan is told by its name in the list, a text that reads the same is left alone', () => {
  expect(choiceText('demand[chat-user].growth', 'logistic', zh)).toBe('S 曲线')
  expect(choiceText('finance.capital', 'lump-sum', en)).toBe('lump sum')
  expect(choiceText('routing.qualityRuleByClass.batch-simple', 'average', zh)).toBe('按平均')
  expect(choiceText('routing.tiersByClass.batch-simple[0]', 'device', en)).toBe("users' devices")
  expect(choiceText('sites[air].name', 'air', zh)).toBe('air')
  expect(choiceText('sites[ash].facility.redundancy.cooling', 'N+1', zh)).toBe('N+1')
  expect(choiceText('sites[ash].facility.redundancy.ups', 'block', zh)).toBe('后备冗余')
  expect(schemeText('block', zh)).toBe('后备冗余')
  expect(schemeText('2N', zh)).toBe('2N')
})
