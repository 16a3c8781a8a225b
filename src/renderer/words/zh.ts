import { catalogColumns } from '../../report/words/zh/catalogColumns.ts'
import { choices } from '../../report/words/zh/choices.ts'
import { layers } from '../../report/words/zh/layers.ts'
import { notes } from '../../report/words/zh/notes.ts'
import type { Words } from './en.ts'
import { audit } from './zh/audit.ts'
import { buildOut } from './zh/buildOut.ts'
import { catalog } from './zh/catalog.ts'
import { chart } from './zh/chart.ts'
import { commands } from './zh/commands.ts'
import { compare } from './zh/compare.ts'
import { curve } from './zh/curve.ts'
import { decisions } from './zh/decisions.ts'
import { demand } from './zh/demand.ts'
import { dispatch } from './zh/dispatch.ts'
import { equipment } from './zh/equipment.ts'
import { exchange } from './zh/exchange.ts'
import { fields } from './zh/fields.ts'
import { files } from './zh/files.ts'
import { flows } from './zh/flows.ts'
import { formulas } from './zh/formulas.ts'
import { gantt } from './zh/gantt.ts'
import { glossary } from './zh/glossary.ts'
import { grid } from './zh/grid.ts'
import { help } from './zh/help.ts'
import { layerTrend } from './zh/layerTrend.ts'
import { library } from './zh/library.ts'
import { limits } from './zh/limits.ts'
import { market } from './zh/market.ts'
import { money } from './zh/money.ts'
import { overview } from './zh/overview.ts'
import { palette } from './zh/palette.ts'
import { problems } from './zh/problems.ts'
import { report } from './zh/report.ts'
import { retirements } from './zh/retirements.ts'
import { serving } from './zh/serving.ts'
import { shell } from './zh/shell.ts'
import { sites } from './zh/sites.ts'
import { solve } from './zh/solve.ts'
import { supply } from './zh/supply.ts'
import { templates } from './zh/templates.ts'
import { tour } from './zh/tour.ts'
import { trace } from './zh/trace.ts'
import { unsolved } from './zh/unsolved.ts'
import { vary } from './zh/vary.ts'
import { why } from './zh/why.ts'

/** 简体中文 */
export const zh: Words = {
  layers,
  layer: '层',
  shell,
  overview,
  unsolved,
  chart,
  choices,
  decisions,
  notes,
  grid,
  solve,
  contracts: (site) => `购电合同，${site}`,
  onSite: (site) => `现场电源，${site}`,
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
