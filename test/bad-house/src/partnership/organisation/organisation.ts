export type Organisation = string

export const organisations: Organisation[] = []
