import { AppFault } from '../plan/fault.ts'

interface Handlers {
  readonly open: (name: string, attributes: (name: string) => string | undefined) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Walks through XML from front to back, names without their prefix. No document type is read: what it could declare
 * (entities that grow, files to fetch) does not exist here, and a file that tries is refused.
 */
export function scanXml(xml: string, { open, text, close }: Handlers): void {
  let at = 0
  while (at < xml.length) {
    const start = xml.indexOf('<', at)
    if (start < 0) break
    if (start > at) text(decode(xml.slice(at, start)))
    if (xml.startsWith('<!--', start)) at = endOf(xml, '-->', start)
    else if (xml.startsWith('<![CDATA[', start)) {
      at = endOf(xml, ']]>', start)
      text(xml.slice(start + 9, at - 3))
    } else if (xml.startsWith('<?', start)) at = endOf(xml, '?>', start)
    else if (xml.startsWith('<!', start)) throw damaged('a document type, which no spreadsheet has')
    else at = readTag(xml, start, open, close)
  }
}

function readTag(xml: string, start: number, open: Handlers['open'], close: Handlers['close']): number {
  const end = tagEnd(xml, start)
  const inner = xml.slice(start + 1, end - 1)
  if (inner.startsWith('/')) {
    close(plainName(inner.slice(1)))
    return end
  }
  const isEmpty = inner.endsWith('/')
  const name = plainName(/^[^\s/]*/.exec(inner)![0])
  open(name, (wish) => findAttribute(inner, wish))
  if (isEmpty) close(name)
  return end
}

/** Behind the sign that closes a tag; a quoted attribute may hold that sign itself. */
function tagEnd(xml: string, start: number): number {
  let quote = ''
  for (let at = start; at < xml.length; at++) {
    const sign = xml[at]!
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at + 1
  }
  throw damaged('a tag that never ends')
}

function endOf(xml: string, mark: string, start: number): number {
  const at = xml.indexOf(mark, start)
  if (at < 0) throw damaged('a part that never ends')
  return at + mark.length
}

function findAttribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag)?.[1]
  return found === undefined ? undefined : decode(found.slice(1, -1))
}

function plainName(name: string): string {
  return name.trim().replace(/^.*:/, '')
}

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{1,10});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function damaged(value: string): AppFault {
  return new AppFault('bad-input', 'The file is no spreadsheet that can be read', [
    { path: 'file', value, expected: 'an XLSX file as a spreadsheet program saves it' },
  ])
}
