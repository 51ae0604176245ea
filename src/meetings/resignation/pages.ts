/**
 * A resignation that a meeting notes under apologies ends the time of whoever sits on the seat on the day of the meeting (rules E9). It is asked about before,
 * and can be taken back as long as nobody else sits there since.
 */
import { dayLabel } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { holdsOn } from '../../kernel/span.ts'
import { changeTenure, type FilledSeat, leave, lockSeat, seatName, seatsOf } from '../../partnership/index.ts'
import { type Answer, allow, found, type Handler, page, redirect, template, type Visit } from '../../platform/web/index.ts'
import { principalOf } from '../attendance/attendance.ts'
import { attendedAt, hasApprovedMinutes, tableSeat } from '../attendance/store.ts'
import { meetingFrame, toMeeting } from '../meeting/frame.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { mayKeepMeeting, meetingAsked } from '../meeting/pages.ts'
import { lockMeeting } from '../meeting/store.ts'
import { type Noted, noteResignation, resignationNoted, takeBack } from './store.ts'

type Asked = { readonly meeting: Meeting; readonly seat: FilledSeat; readonly noted: Noted | null }

export const askAboutResignation: Handler = async visit => questionPage(await asked(visit))

export const updateResignation: Handler = async visit => {
  const { db, params } = visit
  const meeting = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, meeting))
  await lockMeeting(db, meeting.id)
  await lockSeat(db, found(idOf<'seat'>(params['seat'])))
  const of = await asked(visit)
  const { seat, noted } = of
  const back = `meetings/${meeting.id}/attendance`
  if (await hasApprovedMinutes(db, meeting.id))
    return questionPage(of, [
      { text: 'The minutes of this meeting are approved, so what they say of resignations cannot be changed any more' },
    ])
  const tenures = seat.tenures.filter(tenure => tenure.id === noted?.tenureId || (noted === null && holdsOn(tenure, meeting.onDay)))
  if (noted !== null) {
    const tenure = tenures[0]
    const isFree = !tenure || (await changeTenure(db, tenure.id, { ...tenure, endsOn: noted.endedOn, endedBy: null }))
    if (!isFree)
      return questionPage(of, [
        { text: `Somebody else sits on this seat since ${noted.name} left it. End their time there first, on the page of the seat` },
      ])
    await takeBack(db, meeting.id, seat.id)
    return redirect(back, `${noted.name} has not resigned: their time on the seat goes on`)
  }
  const who = principalOf(tableSeat(seat, meeting.onDay))
  const tenure = tenures.find(({ personId }) => personId === who?.personId)
  if (!tenure) return questionPage(of, [{ text: 'Nobody sits on this seat on that day, so nobody can resign from it' }])
  const attended = await attendedAt(db, meeting.id)
  if (attended.some(({ seatId, personId, how }) => seatId === seat.id && personId === tenure.personId && how === 'present'))
    return questionPage(of, [{ text: `${tenure.name} is present. Mark them as having sent apologies first` }])
  const ruling = leave({ on: meeting.onDay, by: 'resigned' }, tenure)
  if (!ruling.accepted)
    return questionPage(
      of,
      ruling.problems.map(({ text }) => ({ text })),
    )

  await changeTenure(db, tenure.id, { ...tenure, ...ruling.value })
  await noteResignation(db, meeting.id, seat.id, {
    personId: tenure.personId,
    tenureId: tenure.id,
    endedOn: tenure.endsOn,
    place: seat.place,
  })
  return redirect(back, `${tenure.name} has resigned, with ${dayLabel(meeting.onDay)} as the last day on this seat`)
}

async function asked(visit: Visit): Promise<Asked> {
  const meeting = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, meeting))
  const seatId = found(idOf<'seat'>(visit.params['seat']))
  const [[seat], noted] = await Promise.all([seatsOf(visit.db, { seatId }), resignationNoted(visit.db, meeting.id, seatId)])
  return { meeting, seat: found(seat?.groupId === meeting.groupId ? seat : undefined), noted }
}

function questionPage({ meeting, seat, noted }: Asked, problems: readonly Problem[] = []): Answer {
  const who = noted ?? principalOf(tableSeat(seat, meeting.onDay))
  const name = who?.name ?? 'Nobody'
  const day = dayLabel(meeting.onDay)
  const view = {
    title: noted ? `Has ${name} not resigned?` : `Has ${name} resigned?`,
    around: meetingFrame(meeting, 'Attendance'),
    breadcrumbs: toMeeting(meeting),
    seat: [seatName(seat), seat.organisation ?? ''].filter(words => words !== '').join(', '),
    words: noted
      ? `Their time on this seat ends on ${day} now. Taken back, it goes on ${noted.endedOn === null ? 'as before' : `until ${dayLabel(noted.endedOn)}`}, and they stay under apologies.`
      : `They stand under “Apology and resignation” in the minutes, and their time on this seat ends on ${day}. The seat is vacant from the day after.`,
    button: noted ? 'Take the resignation back' : 'Yes, they have resigned',
    action: `meetings/${meeting.id}/resignations/${seat.id}`,
    back: `meetings/${meeting.id}/attendance`,
  }
  return page(template(import.meta.url, 'ask.njk'), view, problems)
}
