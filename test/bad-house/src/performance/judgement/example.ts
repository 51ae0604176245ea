export const exampleJudgement = {}
