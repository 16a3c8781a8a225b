import { LAYERS, type LayerName } from '../../plan/result/cake.ts'
import type { Screen } from '../state/view/screens.ts'
import type { Words } from '../words/en.ts'

/** A screen's name as the menu at the left has it. */
export function screenName(words: Words, screen: Screen): string {
  const { shell } = words
  const layer = LAYERS.find((own): own is LayerName => own === screen)
  if (layer) return words.layers[layer].name
  const names: Readonly<Record<Exclude<Screen, LayerName>, string>> = {
    overview: shell.overview,
    'build-out': shell.buildOut,
    sites: shell.sites,
    flows: shell.flows,
    money: shell.money,
    audit: shell.audit,
    why: words.why.title,
    vary: words.vary.title,
    compare: shell.compare,
    report: shell.report,
    plan: shell.planSettings,
    catalog: shell.catalog,
    exchange: shell.exchange,
    library: shell.library,
  }
  return names[screen as Exclude<Screen, LayerName>]
}
