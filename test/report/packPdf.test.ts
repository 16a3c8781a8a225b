import { strFromU8, strToU8, unzlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { packPdf } from '../../src/report/write/pdf/packPdf.ts'

/** A file in the layout that Chromium writes: a table of offsets, objects in plain text, a stream. */
function plainPdf(objects: readonly string[]): string {
  let text = '%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const at = text.length
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${objects.length + 1}\n/Root 1 0 R\n/Info 4 0 R>>\nstartxref\n${at}\n%%EOF\n`
}

const CELLS = Array.from({ length: 500 }, (_, index) => `<</Type /StructElem /S /TD /P 3 0 R /K ${index}>>`)
const objects = [
  '<</Type /Catalog /Pages 2 0 R>>',
  '<</Type /Pages /Kids [] /Count 0>>',
  '<</Length 12>> stream\n0 0 m 1 1 l \nendstream',
  '<</Creator (Mozilla/5.0 \\(X11\\)) /Title (\u00fe\u00ff)>>',
  ...CELLS,
]

test('objects of plain text are packed and found where the table says; streams stay as they are', () => {
  const plain = plainPdf(objects)
  const packed = packPdf(strToU8(plain, true))
  expect(packed.length).toBeLessThan(plain.length / 4)
  const text = strFromU8(packed, true)
  expect(text).toContain(objects[2])
  const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1])
  const [, number, size, length] =
    /^(\d+) 0 obj\n<<\/Type \/XRef \/Size (\d+) \/W \[1 4 2\][^>]*\/Root 1 0 R[^>]*\/Length (\d+)>>/.exec(
      text.slice(at),
    )!
  expect(Number(size)).toBe(Number(number) + 1)
  const from = packed.subarray(at + text.slice(at).indexOf('stream\n') + 7)
  const table = unzlibSync(from.subarray(0, Number(length)))
  const place = (own: number) => [...table.subarray(own * 7, own * 7 + 7)]
  expect(place(0)).toEqual([0, 0, 0, 0, 0, 0, 0])
  const streamAt = place(3)
  expect(
    text.slice(streamAt[1]! * 2 ** 24 + streamAt[2]! * 2 ** 16 + streamAt[3]! * 256 + streamAt[4]!),
  ).toMatch(/^3 0 obj/)
  const [kind, , , , , , index] = place(4)
  expect([kind, index]).toEqual([2, 2])
  const streams = [...text.matchAll(/\/Type \/ObjStm [^>]*\/Length (\d+)>>\nstream\n/g)].map((match) => {
    const start = match.index + match[0].length
    return strFromU8(unzlibSync(packed.subarray(start, start + Number(match[1]))), true)
  })
  for (const object of CELLS) expect(streams.some((own) => own.includes(object))).toBe(true)
  expect(streams[0]).toContain('/Creator (Tokenworks) /Title (\u00fe\u00ff)')
})

test('a file of another layout stays as it is', () => {
  for (const text of [
    '',
    'no PDF',
    plainPdf(objects).replace('xref', 'yref'),
    plainPdf(objects).replace('5 0 obj', '9 0 obj'),
  ]) {
    const bytes = strToU8(text, true)
    expect(packPdf(bytes)).toBe(bytes)
  }
})
