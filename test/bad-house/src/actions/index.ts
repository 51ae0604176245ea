export const actions = 'actions'
