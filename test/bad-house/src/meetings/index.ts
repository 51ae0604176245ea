export const meetings = 'meetings'
