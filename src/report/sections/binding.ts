import { type Cell, figure, figures, number, quarter, type Section, section, words } from '../document.ts'
import { LAYER_WORDS } from '../layerNames.ts'
import { type Source, siteName } from '../source.ts'

/** Which limits are exhausted where and when, dearest first. */
export function bindingSection(source: Source): Section {
  const { result } = source
  const rows = result.binding.map((item): Cell[] => {
    const slice = result.cake.find(
      (own) => own.layer === item.layer && own.siteId === item.siteId && own.period === item.to,
    )
    return [
      LAYER_WORDS[item.layer].name,
      siteName(source, item.siteId),
      item.from,
      item.to,
      slice ? figure(slice.native.used, slice.native.unit) : null,
      slice?.native.limit == null ? null : figure(slice.native.limit, slice.native.unit),
      LAYER_WORDS[item.layer].step,
      item.worthMusd,
    ]
  })
  return section('binding', 'What binds and what it is worth', {
    paragraphs: [
      rows.length === 0
        ? ['No layer stands in the way of the demand.']
        : [
            'Each line is a limit that is exhausted. Its worth is the present value that one more unit over those quarters ',
            'would save at the margin: an offer below it is worth taking, and the figures do not add up over lines.',
          ],
    ],
    tables: [
      {
        id: 'binding',
        title: 'Limits that bind, dearest first',
        columns: [
          words('Layer'),
          words('Site'),
          quarter('From'),
          quarter('To'),
          figures('In use at the end'),
          figures('Limit'),
          words('One more'),
          number('would save', 'M$'),
        ],
        rows,
      },
    ],
  })
}
