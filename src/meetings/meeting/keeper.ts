/**
 * A keeper of meetings is whoever calls a group's meetings, makes their agendas and writes their minutes, as the table of authority says: those who keep the
 * partnership's records, and the group's own chair and secretariat, or who stands in for them today.
 */
import type { Reach } from '../../partnership/index.ts'
import type { Meeting } from './meeting.ts'

/** What of a group's somebody may do, as `reachOf` says of a matter. */
export const isWithin = (reach: Reach, { groupId }: Pick<Meeting, 'groupId'>): boolean =>
  reach === 'everybody' || (reach !== 'nobody' && reach.groupIds.includes(groupId))
