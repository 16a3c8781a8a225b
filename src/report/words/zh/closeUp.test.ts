import { expect, test } from 'vitest'
import { closeUp } from './closeUp.ts'

test.each([
  ['若为 阿什本 采购则违反规定', '若为阿什本采购则违反规定'],
  ['NVIDIA B300 若为 阿什本 采购', 'NVIDIA B300 若为阿什本采购'],
  ['实时·简单, 实时·复杂', '实时·简单，实时·复杂'],
  ['Meridian Tokens: 建设方案报告', 'Meridian Tokens：建设方案报告'],
  ['3 × 3,000 kW, N+1', '3 × 3,000 kW, N+1'],
  ['现值 (万美元)', '现值（万美元）'],
  ['PUE (mean)', 'PUE (mean)'],
  ['11:00 至 12:00', '11:00 至 12:00'],
])('%s is printed as %s', (text, printed) => expect(closeUp(text)).toBe(printed))
