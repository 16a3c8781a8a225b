export const files = {
  drop: 'Drop to open',
  dropWhat:
    'Plan, library, workbook, table (XLSX, CSV), weather (EPW), sites (GeoJSON, KML) or benchmark results. What is imported into a plan is shown before it is taken over.',
  reading: (file: string, percent: string) => `Reading ${file}: ${percent} %`,
  checking: (file: string) => `Checking ${file} against the plan`,
}
