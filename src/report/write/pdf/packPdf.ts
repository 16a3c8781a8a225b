import { strToU8, zlibSync } from 'fflate'

/** Objects that travel in one compressed stream. */
const PER_STREAM = 200
/** Bytes of an entry of the table: kind, offset or stream, index within it. */
const WIDTHS = [1, 4, 2] as const
const ENTRY = /^(\d{10}) \d{5} ([nf])/
const CREATOR = /\/Creator \((?:\\.|[^\\)])*\)/

interface Body {
  readonly number: number
  readonly bytes: Uint8Array
  readonly text: string
}

/**
 * The same PDF in a fraction of the bytes: Chromium writes every cell of a tagged table as an object of plain text,
 * which PDF 1.5 allows to be kept compressed (ISO 32000-1, 7.5.7 and 7.5.8). What is laid out otherwise than Chromium
 * does stays as it is.
 */
export function packPdf(pdf: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(pdf)
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)
  const bodies = trailer ? readBodies(pdf, text, Number(trailer[2])) : undefined
  return bodies ? write(bodies, trailer![1]!) : pdf
}

/** Every object with its bytes; undefined where the table does not lead to them. */
function readBodies(pdf: Uint8Array, text: string, tableAt: number): Body[] | undefined {
  const head = /^xref\s+0 (\d+)\s+/.exec(text.slice(tableAt, tableAt + 40))
  if (!head) return undefined
  const entries = Array.from({ length: Number(head[1]) }, (_, number) => {
    const from = tableAt + head[0].length + number * 20
    const [, at, kind] = ENTRY.exec(text.slice(from, from + 20)) ?? []
    return { number, at: Number(at), isUsed: kind === 'n' }
  }).filter(({ isUsed }) => isUsed)
  const ordered = entries.toSorted((a, b) => a.at - b.at)
  const bodies = ordered.map(({ number, at }, index): Body | undefined => {
    const whole = text.slice(at, ordered[index + 1]?.at ?? tableAt)
    const start = /^(\d+) 0 obj\s/.exec(whole)
    const end = whole.lastIndexOf('endobj')
    if (Number(start?.[1]) !== number || end < 0) return undefined
    const from = start![0].length
    return { number, bytes: pdf.subarray(at + from, at + end), text: whole.slice(from, end) }
  })
  return bodies.every((body) => body !== undefined) ? bodies : undefined
}

function write(bodies: readonly Body[], trailer: string): Uint8Array {
  const parts: Uint8Array[] = [strToU8('%PDF-1.5\n%\u00d3\u00eb\u00e9\u00e1\n', true)]
  let offset = parts[0]!.length
  let next = Math.max(...bodies.map(({ number }) => number)) + 1
  const places = new Map<number, readonly [kind: number, first: number, second: number]>()
  const add = (number: number, ...bytes: readonly Uint8Array[]): void => {
    places.set(number, [1, offset, 0])
    for (const part of [strToU8(`${number} 0 obj\n`), ...bytes, strToU8('\nendobj\n')]) {
      parts.push(part)
      offset += part.length
    }
  }
  const isStream = ({ text }: Body): boolean => /endstream\s*$/.test(text)
  for (const body of bodies.filter(isStream)) add(body.number, body.bytes)
  const plain = bodies.filter((body) => !isStream(body))
  for (let at = 0; at < plain.length; at += PER_STREAM) {
    const group = plain.slice(at, at + PER_STREAM)
    group.forEach(({ number }, index) => {
      places.set(number, [2, next, index])
    })
    add(next++, ...stream('/Type /ObjStm', objectStream(group)))
  }
  places.set(next, [1, offset, 0])
  const start = offset
  const keep = trailer.replace(/\/Size \d+/, '').trim()
  const table = `/Type /XRef /Size ${next + 1} /W [${WIDTHS.join(' ')}] ${keep}`
  add(next, ...stream(table, { dictionary: '', bytes: tableOf(places, next + 1) }))
  return joined([...parts, strToU8(`startxref\n${start}\n%%EOF\n`)])
}

/** Numbers and offsets of the objects, then the objects. */
function objectStream(group: readonly Body[]): { readonly dictionary: string; readonly bytes: Uint8Array } {
  const objects = group.map(({ bytes, text }) =>
    joined([
      CREATOR.test(text) ? strToU8(text.replace(CREATOR, '/Creator (Tokenworks)'), true) : bytes,
      strToU8('\n'),
    ]),
  )
  let at = 0
  const index = group.map(({ number }, i) => {
    const own = `${number} ${at}`
    at += objects[i]!.length
    return own
  })
  const head = strToU8(`${index.join(' ')}\n`)
  return { dictionary: `/N ${group.length} /First ${head.length}`, bytes: joined([head, ...objects]) }
}

function stream(
  kind: string,
  { dictionary, bytes }: { readonly dictionary: string; readonly bytes: Uint8Array },
): Uint8Array[] {
  const packed = zlibSync(bytes, { level: 9 })
  const head = `<<${kind} ${dictionary} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`
  return [strToU8(head), packed, strToU8('\nendstream')]
}

function tableOf(places: ReadonlyMap<number, readonly number[]>, size: number): Uint8Array {
  const length = WIDTHS.reduce((sum, width) => sum + width, 0)
  const table = new Uint8Array(size * length)
  for (let number = 0; number < size; number++) {
    let at = number * length
    const place = places.get(number) ?? [0, 0, 0]
    WIDTHS.forEach((width, field) => {
      for (let byte = width - 1; byte >= 0; byte--)
        table[at++] = Math.floor(place[field]! / 256 ** byte) % 256
    })
  }
  return table
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
