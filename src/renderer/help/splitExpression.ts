/** A piece of an expression: on the line, or an index below or a power above it. */
export interface Piece {
  readonly kind: 'line' | 'below' | 'above'
  readonly text: string
}

const INDEX = /^[\p{L}\p{N}′₂]+(?:,[\p{L}\p{N}′₂]+)*/u

/** Cuts an expression at `_` and `^`: what follows in brackets, or the word that follows, stands below or above. */
export function splitExpression(expression: string): readonly Piece[] {
  const pieces: Piece[] = []
  let line = ''
  let at = 0
  while (at < expression.length) {
    const sign = expression[at]!
    const rest = expression.slice(at + 1)
    const own = sign === '_' || sign === '^' ? (bracketed(rest) ?? INDEX.exec(rest)?.[0]) : undefined
    if (own === undefined) {
      line += sign
      at += 1
      continue
    }
    if (line !== '') pieces.push({ kind: 'line', text: line })
    line = ''
    // Braces only group; round brackets belong to what is written.
    const text = own.startsWith('{') ? own.slice(1, -1) : own
    pieces.push({ kind: sign === '_' ? 'below' : 'above', text })
    at += 1 + own.length
  }
  if (line !== '') pieces.push({ kind: 'line', text: line })
  return pieces
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}' }

function bracketed(text: string): string | undefined {
  const open = text[0] ?? ''
  const close = CLOSING[open]
  if (close === undefined) return undefined
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === open) depth += 1
    if (text[at] === close) depth -= 1
    if (depth === 0) return text.slice(0, at + 1)
  }
  return undefined
}
