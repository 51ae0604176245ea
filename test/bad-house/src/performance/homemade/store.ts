import postgres from 'postgres'

export const homemade = postgres
