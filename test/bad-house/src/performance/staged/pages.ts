import { exampleJudgement } from '../judgement/example.ts'

export const staged = exampleJudgement
