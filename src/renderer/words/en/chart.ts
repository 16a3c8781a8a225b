export const chart = {
  table: 'Table',
  chart: 'Chart',
  copy: 'Copy as CSV',
  copied: 'Copied',
  savePng: 'Save as PNG',
  saveSvg: 'Save as SVG',
  more: 'Copy or save',
  cursor: 'Chart; arrow keys read its values, Enter says where one comes from',
  period: 'Period',
  hour: 'Hour',
  hourUtc: 'Hour, UTC',
  hourLocal: 'Hour, local time',
  input: 'Input',
  part: 'Part',
  limit: 'Limit',
  unit: 'Unit',
  line: 'Line',
  summary: (title: string, from: string, to: string, courses: string) =>
    `${title}, ${from} to ${to}. ${courses}`,
  course: (name: string, first: string, last: string, most: string) =>
    `${name}: ${first} to ${last}, at most ${most}.`,
  axisCut: (from: string) =>
    `The axis begins at ${from}, not at zero, so that the parts are seen; the totals are drawn broken.`,
  axisFrom: (unit: string, from: string) => `${unit}, from ${from}`,
  stop: 'Stop',
  stopped: 'Stopped.',
  again: 'Start again',
}
