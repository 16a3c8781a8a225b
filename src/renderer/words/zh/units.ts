import type { units as english } from '../en/units.ts'

export const units: typeof english = {
  power: ' MW',
  facility: ' MW IT',
  accelerators: '台机柜',
  distribution: ' Mtok/s 链路',
  scheduling: ' Mtok/s 许可',
  models: ' GB',
  agents: '',
}
