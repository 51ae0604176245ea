export const pool = 'connections'
