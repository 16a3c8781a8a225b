/** How units are shown that read otherwise than they are kept. */
export const units: Readonly<Record<string, string>> = {
  'kt CO2': 'kt CO₂',
  't CO2': 't CO₂',
  'kg CO2 per MWh': 'kg CO₂ per MWh',
  m3: 'm³',
}
