/** Body of an object of a PDF, as Chromium writes it: in plain text where it is no stream. */
function objectText(pdf: string, number: string): string {
  const start = pdf.indexOf(`\n${number} 0 obj\n`)
  return start < 0 ? '' : pdf.slice(start, pdf.indexOf('\nendobj', start))
}

/** Numbers of the pages under a node, in order. */
function pageObjects(pdf: string, node: string): string[] {
  const text = objectText(pdf, node)
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)
  if (!kids || !text.includes('/Type /Pages')) return [node]
  return [...kids[1]!.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pageObjects(pdf, kid!))
}

/**
 * Page on which each named place of a PDF stands, from 1. Read from what Chromium wrote, so that the contents can say
 * it when the report is printed again; nothing where the file is laid out otherwise.
 */
export function pagesOfPlaces(bytes: Uint8Array): Map<string, number> {
  const pdf = new TextDecoder('latin1').decode(bytes)
  const catalog = /\/Type \/Catalog\s[\s\S]*?endobj/.exec(pdf)?.[0] ?? ''
  const root = /\/Pages (\d+) 0 R/.exec(catalog)?.[1]
  const places = /\/Dests (\d+) 0 R/.exec(catalog)?.[1]
  if (root === undefined || places === undefined) return new Map()
  const pages = pageObjects(pdf, root)
  const found = [...objectText(pdf, places).matchAll(/\/([\w-]+) \[(\d+) 0 R/g)]
  return new Map(found.map(([, name, page]) => [name!, pages.indexOf(page!) + 1]))
}
