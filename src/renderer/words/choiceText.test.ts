import { expect, test } from 'vitest'
import { choiceText, schemeText } from './choiceText.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

test('a choice of the plan is told by its name in the list, a text that reads the same is left alone', () => {
  expect(choiceText('demand[chat-user].growth', 'logistic', zh.choices)).toBe('S 曲线')
  expect(choiceText('finance.capital', 'lump-sum', en.choices)).toBe('lump sum')
  expect(choiceText('routing.qualityRuleByClass.batch-simple', 'average', zh.choices)).toBe('按平均')
  expect(choiceText('routing.tiersByClass.batch-simple[0]', 'device', en.choices)).toBe("users' devices")
  expect(choiceText('sites[air].name', 'air', zh.choices)).toBe('air')
  expect(choiceText('sites[ash].facility.redundancy.cooling', 'N+1', zh.choices)).toBe('N+1')
  expect(choiceText('sites[ash].facility.redundancy.ups', 'block', zh.choices)).toBe('后备冗余')
  expect(schemeText('block', zh.choices)).toBe('后备冗余')
  expect(schemeText('2N', zh.choices)).toBe('2N')
})
