import { canMakePdf, type DocumentForm, documentTypes, docxOf, odtOf, pdfOf, type TextDocument } from '../../platform/document/index.ts'
import { type Answer, download, page, template, withStatus } from '../../platform/web/index.ts'

export const paperForms = [
  { form: 'docx', text: 'Word' },
  { form: 'odt', text: 'OpenDocument' },
  { form: 'pdf', text: 'PDF' },
] as const satisfies readonly { readonly form: DocumentForm; readonly text: string }[]

/** A paper as a file; `back` is where it was asked for. */
export async function sendPaper(paper: TextDocument, name: string, form: DocumentForm, back: string): Promise<Answer> {
  if (form === 'docx') return download(`${name}.docx`, documentTypes.docx, await docxOf(paper))
  if (form === 'odt') return download(`${name}.odt`, documentTypes.odt, odtOf(paper))
  if (!canMakePdf) return withStatus(page(template(import.meta.url, 'no-pdf.njk'), { title: 'This server cannot make a PDF', back }), 501)
  return download(`${name}.pdf`, documentTypes.pdf, Buffer.from(await pdfOf(paper)))
}

/** Where each of them is: plans.docx?year=2009-10. */
export const filesAt = (address: string, query = '') => paperForms.map(({ form, text }) => ({ text, href: `${address}.${form}${query}` }))
