import { type Cell, isFigure, type Language, type Paragraph, type ReportDocument } from './document.ts'
import { sayShipped } from './words/sayShipped.ts'

/** The document with descriptions, notes and sources that came with the product in its own language. */
export function inShippedWords(document: ReportDocument): ReportDocument {
  const { language } = document
  return {
    ...document,
    description: sayShipped(document.description, language),
    sections: document.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.map((own) => paragraphIn(own, language)),
      tables: section.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => row.map((cell) => cellIn(cell, language))),
      })),
    })),
  }
}

const cellIn = (cell: Cell, language: Language): Cell =>
  typeof cell === 'string' ? sayShipped(cell, language) : cell

const paragraphIn = (paragraph: Paragraph, language: Language): Paragraph =>
  paragraph.map((part) => (isFigure(part) ? part : sayShipped(part, language)))
