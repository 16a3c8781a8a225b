import { splitExpression } from './splitExpression.ts'

/** An expression with its indices below and its powers above the line. */
export function Expression({ text }: { readonly text: string }) {
  return splitExpression(text).map(({ kind, text: own }, index) => {
    if (kind === 'below') return <sub key={index}>{own}</sub>
    if (kind === 'line') return <span key={index}>{own}</span>
    return (
      <sup key={index}>
        <Expression text={own} />
      </sup>
    )
  })
}
