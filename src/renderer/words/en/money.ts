export const money = {
  byYear: 'Cost by year, present value',
  lines: 'Cost lines',
  line: 'Line',
  where: 'Where',
  present: 'Present value M$',
  share: 'Share',
  perMTok: '$ per Mtok',
  total: 'Total',
  allSites: 'all',
  input: 'per million tokens',
  output: 'per million output tokens',
  energyShare: 'Electricity in the cost',
}
