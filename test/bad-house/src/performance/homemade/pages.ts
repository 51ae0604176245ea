import fc from 'fast-check'

export const homemade = fc
