export { type CsvForm, formOf, notCsv } from './form.ts'
export { type CsvLine, csvLines } from './read.ts'
