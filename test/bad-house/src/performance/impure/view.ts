import { type Organisation, organisations } from '../../partnership/index.ts'

export const view: Organisation[] = organisations
