/** Documents on paper: what is given as headings, words, tables, pictures and lists becomes a tagged PDF, and what has words alone a file for word processors. */
export type { Block, Bullet, Item, PaperDocument, Part, Run, TextDocument, TextPart, Words } from './document.ts'
export { docxOf } from './docx.ts'
export { odtOf } from './odt.ts'
export { canMakePdf, pdfOf } from './pdf.ts'

export const documentTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
} as const
export type DocumentForm = keyof typeof documentTypes
