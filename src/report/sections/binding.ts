import { type Cell, figure, figures, number, quarter, type Section, section, words } from '../document.ts'
import { layerName, type Source, siteName } from '../source.ts'

/** Which limits are exhausted where and when, dearest first. */
export function bindingSection(source: Source): Section {
  const w = source.words.binding
  const { result } = source
  const rows = result.binding.map((item): Cell[] => {
    const slice = result.cake.find(
      (own) => own.layer === item.layer && own.siteId === item.siteId && own.period === item.to,
    )
    return [
      layerName(source, item.layer),
      siteName(source, item.siteId),
      item.from,
      item.to,
      slice ? figure(slice.native.used, slice.native.unit) : null,
      slice?.native.limit == null ? null : figure(slice.native.limit, slice.native.unit),
      source.words.layers[item.layer].step.trim(),
      item.worthMusd,
    ]
  })
  return section('binding', w.heading, {
    paragraphs: [rows.length === 0 ? w.none : w.about],
    tables: [
      {
        id: 'binding',
        title: w.title,
        columns: [
          words(w.layer),
          words(w.site),
          quarter(w.from),
          quarter(w.to),
          figures(w.inUse),
          figures(w.limit),
          words(w.oneMore),
          number(w.saves, 'M$'),
        ],
        rows,
      },
    ],
  })
}
