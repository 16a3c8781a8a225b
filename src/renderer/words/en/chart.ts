export const chart = { table: 'Table', chart: 'Chart', copy: 'Copy as CSV', copied: 'Copied' }
