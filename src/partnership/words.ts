/** What the history calls this module's records and their columns. */
export const partnershipWords = [
  {
    subject: 'partnership.area',
    name: 'Area',
    calledBy: 'name',
    refersTo: { parent_id: 'partnership.area' },
    fields: { parent_id: 'Lies in' },
  },
  { subject: 'partnership.organisation', name: 'Organisation', calledBy: 'name' },
  { subject: 'partnership.profile', name: 'Partnership', refersTo: { area_id: 'partnership.area' } },
  { subject: 'platform.membership', name: 'Account', values: { role: { 'performance-officer': 'performance officer' } } },
]
