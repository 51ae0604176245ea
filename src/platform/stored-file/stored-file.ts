import type { Id } from '../../kernel/ids.ts'

export type StoredFileId = Id<'stored file'>

export const fileKinds = ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'doc', 'xls', 'ppt', 'csv', 'txt', 'png', 'jpeg'] as const
export type FileKind = (typeof fileKinds)[number]

export type StoredFile = {
  readonly id: StoredFileId
  readonly name: string
  readonly kind: FileKind
  readonly bytes: number
  readonly digest: string
  readonly madeByName: string
  readonly madeAt: Temporal.Instant
}

type Facts = { readonly name: string; readonly contentType: string; readonly isShown: boolean; readonly hasText: boolean }

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'
const saved = { isShown: false, hasText: true }
const old = { isShown: false, hasText: false }

/** What a browser has a viewer of its own for is shown; the rest is saved. */
export const factsOf: Readonly<Record<FileKind, Facts>> = {
  pdf: { name: 'PDF', contentType: 'application/pdf', isShown: true, hasText: true },
  docx: { name: 'Word document', contentType: `${office}.wordprocessingml.document`, ...saved },
  xlsx: { name: 'Excel workbook', contentType: `${office}.spreadsheetml.sheet`, ...saved },
  pptx: { name: 'PowerPoint presentation', contentType: `${office}.presentationml.presentation`, ...saved },
  odt: { name: 'OpenDocument text', contentType: `${open}.text`, ...saved },
  ods: { name: 'OpenDocument spreadsheet', contentType: `${open}.spreadsheet`, ...saved },
  odp: { name: 'OpenDocument presentation', contentType: `${open}.presentation`, ...saved },
  doc: { name: 'Word document (97 to 2003)', contentType: 'application/msword', ...old },
  xls: { name: 'Excel workbook (97 to 2003)', contentType: 'application/vnd.ms-excel', ...old },
  ppt: { name: 'PowerPoint presentation (97 to 2003)', contentType: 'application/vnd.ms-powerpoint', ...old },
  csv: { name: 'CSV table', contentType: 'text/csv; charset=utf-8', ...saved },
  txt: { name: 'text', contentType: 'text/plain; charset=utf-8', ...saved },
  png: { name: 'PNG picture', contentType: 'image/png', isShown: true, hasText: false },
  jpeg: { name: 'JPEG picture', contentType: 'image/jpeg', isShown: true, hasText: false },
}

/** What a name says that a file is; null for what is not kept here. */
export function kindNamed(fileName: string): FileKind | null {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName.trim())?.[1]?.toLowerCase()
  return ending === 'jpg' ? 'jpeg' : (fileKinds.find(kind => kind === ending) ?? null)
}

/** For an input of files: what a browser offers to choose. */
export const acceptedFiles = [...fileKinds, 'jpg'].map(ending => `.${ending}`).join(',')

/** PDF, 1.2 MB: what stands beside a link to a file. */
export const fileWords = ({ kind, bytes }: Pick<StoredFile, 'kind' | 'bytes'>): string => `${factsOf[kind].name}, ${sizeWords(bytes)}`

export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  return bytes < 999_500 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(bytes < 9_950_000 ? 1 : 0)} MB`
}

/** As it is kept: the last part of a path, on one line, with its ending whatever its length. */
export function plainName(fileName: string): string {
  const last = fileName.replaceAll('\\', '/').split('/').at(-1) ?? ''
  const plain = last
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const ending = /\.[a-z0-9]{1,5}$/i.exec(plain)?.[0] ?? ''
  const stem = [...plain.slice(0, plain.length - ending.length)].slice(0, 200 - ending.length).join('')
  return stem === '' ? `file${ending}` : stem + ending
}
