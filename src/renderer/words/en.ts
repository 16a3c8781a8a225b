import { catalogColumns } from '../../report/words/en/catalogColumns.ts'
import { choices } from '../../report/words/en/choices.ts'
import { layers } from '../../report/words/en/layers.ts'
import { notes } from '../../report/words/en/notes.ts'
import { audit } from './en/audit.ts'
import { buildOut } from './en/buildOut.ts'
import { catalog } from './en/catalog.ts'
import { chart } from './en/chart.ts'
import { commands } from './en/commands.ts'
import { compare } from './en/compare.ts'
import { curve } from './en/curve.ts'
import { decisions } from './en/decisions.ts'
import { demand } from './en/demand.ts'
import { dispatch } from './en/dispatch.ts'
import { equipment } from './en/equipment.ts'
import { exchange } from './en/exchange.ts'
import { fields } from './en/fields.ts'
import { files } from './en/files.ts'
import { flows } from './en/flows.ts'
import { formulas } from './en/formulas.ts'
import { gantt } from './en/gantt.ts'
import { glossary } from './en/glossary.ts'
import { grid } from './en/grid.ts'
import { help } from './en/help.ts'
import { layerTrend } from './en/layerTrend.ts'
import { library } from './en/library.ts'
import { limits } from './en/limits.ts'
import { market } from './en/market.ts'
import { money } from './en/money.ts'
import { overview } from './en/overview.ts'
import { palette } from './en/palette.ts'
import { problems } from './en/problems.ts'
import { report } from './en/report.ts'
import { retirements } from './en/retirements.ts'
import { serving } from './en/serving.ts'
import { shell } from './en/shell.ts'
import { sites } from './en/sites.ts'
import { solve } from './en/solve.ts'
import { supply } from './en/supply.ts'
import { templates } from './en/templates.ts'
import { tour } from './en/tour.ts'
import { trace } from './en/trace.ts'
import { unsolved } from './en/unsolved.ts'
import { vary } from './en/vary.ts'
import { why } from './en/why.ts'

/** Every word of the screens, one file a screen. Another language gives the same keys, checked by its type. */
export const en = {
  layers,
  layer: 'Layer',
  shell,
  overview,
  unsolved,
  chart,
  choices,
  decisions,
  notes,
  grid,
  solve,
  contracts: (site: string) => `Electricity contracts, ${site}`,
  onSite: (site: string) => `On-site sources, ${site}`,
  layerTrend,
  buildOut,
  market,
  money,
  flows,
  formulas,
  tour,
  glossary,
  commands,
  files,
  help,
  library,
  templates,
  exchange,
  limits,
  why,
  vary,
  catalog,
  catalogColumns,
  equipment,
  curve,
  retirements,
  serving,
  audit,
  dispatch,
  palette,
  problems,
  report,
  sites,
  gantt,
  supply,
  compare,
  demand,
  fields,
  trace,
}
export type Words = typeof en
