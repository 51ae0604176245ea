import { lost } from './lost.ts'

export const nowhere = lost
