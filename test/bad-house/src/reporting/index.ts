export const reporting = 'reporting'
