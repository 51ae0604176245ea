import postgres from 'postgres'

export type Db = ReturnType<typeof postgres>
