/** What the history calls this module's records and their columns. */
export const partnershipWords = [
  {
    subject: 'partnership.area',
    name: 'Area',
    calledBy: 'name',
    refersTo: { parent_id: 'partnership.area' },
    fields: { name: 'Name', kind: 'Kind', code: 'Code', parent_id: 'Lies in' },
  },
  {
    subject: 'partnership.neighbour',
    name: 'Neighbour to compare with',
    calledBy: ['area_id', 'neighbour_id'],
    refersTo: { area_id: 'partnership.area', neighbour_id: 'partnership.area' },
    fields: { area_id: 'Area', neighbour_id: 'Compared with' },
  },
  { subject: 'partnership.organisation', name: 'Organisation', calledBy: 'name' },
  {
    subject: 'partnership.representative',
    name: 'Representative',
    calledBy: ['account_id', 'organisation_id'],
    refersTo: { account_id: 'platform.account', organisation_id: 'partnership.organisation' },
    fields: { account_id: 'Person', organisation_id: 'Organisation' },
  },
  { subject: 'partnership.profile', name: 'Partnership', refersTo: { area_id: 'partnership.area' } },
  {
    subject: 'platform.membership',
    name: 'Membership',
    calledBy: 'account_id',
    refersTo: { account_id: 'platform.account' },
    fields: { account_id: 'Person', role: 'Role' },
    values: { role: { 'performance-officer': 'performance officer' } },
  },
  {
    subject: 'platform.factor_role',
    name: 'Second factor asked for',
    calledBy: 'role',
    fields: { role: 'Role' },
    values: { role: { 'performance-officer': 'performance officer' } },
  },
]
