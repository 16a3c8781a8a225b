export const units = {
  power: 'MW',
  facility: 'MW of IT',
  accelerators: 'rack',
  distribution: 'Mtok/s of link',
  scheduling: 'Mtok/s allowed',
  models: 'GB',
  agents: '',
}
