/**
 * Files that people put in and others take out again, as they are: kept in the database, looked into before they are, never run, and read for their words so
 * that they are found. What a file belongs to and who may see it is for the module that keeps its number.
 */
export { fileJobs, textJob } from './jobs.ts'
export { keepFile, keepUpload } from './keep.ts'
export { fileOf, sendFile } from './send.ts'
export { filesOf, removeFile, storedFile } from './store.ts'
export { acceptedFiles, type FileKind, fileWords, type StoredFile, type StoredFileId, sizeWords } from './stored-file.ts'
export { storedFileWords } from './words.ts'
