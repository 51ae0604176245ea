/** Documents on paper: what is given as headings, words, pictures and lists becomes a tagged PDF. */
export type { Item, PaperDocument, Part } from './document.ts'
export { canMakePdf, pdfOf } from './pdf.ts'
