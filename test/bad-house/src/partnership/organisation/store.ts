export const allOrganisations = 'select'
