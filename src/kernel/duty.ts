/** What somebody's account is in a partnership, whatever they are at the table. */
export const roles = ['administrator', 'performance-officer', 'finance-officer', 'contributor', 'auditor', 'scrutiny', 'reader'] as const
export type Role = (typeof roles)[number]

/** In which role somebody sits on a group. */
export const seatRoles = ['chair', 'vice-chair', 'lead', 'member', 'adviser', 'secretariat', 'observer'] as const
export type SeatRole = (typeof seatRoles)[number]

/** What somebody is at the table, whatever their account's role: by a seat, by standing in on one today, or by reporting an organisation's figures. */
export const duties = [...seatRoles, 'deputy', 'data-coordinator'] as const
export type Duty = (typeof duties)[number]
