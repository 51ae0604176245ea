/** Files of any size, read piece by piece. */
export { type FileContent, type OpenFile, openFile, putAside } from './file.ts'
