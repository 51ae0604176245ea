export const hub = 'hub'
