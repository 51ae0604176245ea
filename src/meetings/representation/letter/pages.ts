import { dayLabel } from '../../../kernel/day.ts'
import { idOf } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/ruling.ts'
import { holdsOn } from '../../../kernel/span.ts'
import { type GroupId, groupNamed, lockGroup, seatsOf } from '../../../partnership/index.ts'
import { exceptionsOfGroup, themesOfGroups } from '../../../performance/index.ts'
import { canMakePdf, pdfOf } from '../../../platform/document/index.ts'
import {
  type Answer,
  allow,
  download,
  editionOf,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../../platform/web/index.ts'
import { dayWords } from '../../meeting/meeting.ts'
import { mayKeepMeeting } from '../../meeting/pages.ts'
import { meetings } from '../../meeting/store.ts'
import { representations } from '../store.ts'
import { draftOf, type Letter, stateWords } from './letter.ts'
import { keepLetter, lettersOf, takeLetterBack } from './store.ts'

type Asked = {
  readonly group: { readonly id: GroupId; readonly name: string }
  readonly about: { readonly id: GroupId; readonly name: string }
  /** The later of the two meetings at which nobody was there; null where they were. */
  readonly lastMeetingId: Letter['lastMeetingId'] | null
  /** What is kept for these meetings, or what is drafted. */
  readonly letter: Letter | null
  readonly text: string
  readonly earlier: readonly Letter[]
}

export const editLetter: Handler = async visit => letterPage(await asked(visit))

export const updateLetter: Handler = async visit => {
  const { db, body, today, visitor } = visit
  await lockGroup(db, found(idOf<'group'>(visit.params['group'])))
  const of = await asked(visit)
  const { group, about, lastMeetingId, letter } = of
  if (lastMeetingId === null)
    return letterPage(of, undefined, [{ text: `${about.name} was not missing twice running, so there is nothing to send` }])
  const place = { groupId: group.id, aboutGroupId: about.id, lastMeetingId }
  const act = text(body, 'act')
  const back = `groups/${group.id}/representation/${about.id}/letter`
  if (letter !== null && letter.sentOn !== null) {
    if (act !== 'back') return letterPage(of, undefined, [{ text: `${stateWords(letter)}. For the same meetings it is not sent twice` }])
    await takeLetterBack(db, place)
    return redirect(back, 'The letter was not sent: it can be changed again')
  }
  const typed = text(body, 'text').replaceAll('\r\n', '\n').trim()
  if (typed === '') return letterPage(of, typed, [{ field: 'text', text: 'Enter what the letter says' }])
  if (typed.length > 10_000) return letterPage(of, typed, [{ field: 'text', text: 'The letter must be 10,000 characters or fewer' }])
  const meanwhile = overtaken(text(body, 'edition'), { text: typed }, { text: of.text }, { text: ['The letter', of.text] })
  if (meanwhile.length > 0) return letterPage(of, typed, meanwhile)

  const isSent = act === 'sent'
  await keepLetter(db, place, { text: typed, sentOn: isSent ? today : null, sentByName: isSent ? visitor.name : '' })
  return redirect(back, isSent ? `The letter to the chair of ${about.name} is marked as sent` : 'The letter is saved')
}

export const downloadLetterPdf: Handler = async visit => {
  const { about, group, text: words } = await asked(visit)
  if (!canMakePdf || words === '') return redirect(`groups/${group.id}/representation/${about.id}/letter`)
  const content = await pdfOf({
    title: `Letter to the chair of ${about.name}`,
    foot: `${group.name}, ${dayLabel(visit.today)}`,
    paper: 'a4',
    isOnItsSide: false,
    parts: words.split(/\n{2,}/).map(paragraph => ({ kind: 'paragraph' as const, text: paragraph })),
  })
  return download('letter.pdf', 'application/pdf', Buffer.from(content))
}

async function asked(visit: Visit): Promise<Asked> {
  const { db, params, today } = visit
  const group = found(await groupNamed(db, found(idOf<'group'>(params['group']))))
  allow(mayKeepMeeting(visit, { groupId: group.id }))
  const about = found(await groupNamed(db, found(idOf<'group'>(params['about']))))
  found(about.id === group.id ? undefined : true)
  const [[record], letters] = await Promise.all([representations(db, { groupId: group.id, today, last: 6 }), lettersOf(db, group.id)])
  const own = letters.filter(({ aboutGroupId }) => aboutGroupId === about.id)
  const body = record?.of.groups.find(({ id }) => id === about.id)
  const last = body?.wasMissingTwice ? (record?.of.meetings.slice(-2) ?? []) : []
  const lastMeetingId = last.at(-1)?.id ?? null
  const letter = own.find(each => each.lastMeetingId === lastMeetingId) ?? null
  const words = letter?.text ?? (lastMeetingId === null ? '' : await drafted(visit, group, about, last))
  return { group, about, lastMeetingId, letter, text: words, earlier: own.filter(each => each !== letter && each.sentOn !== null) }
}

async function drafted(
  { db, today }: Visit,
  group: Asked['group'],
  about: Asked['about'],
  last: readonly { readonly onDay: Visit['today'] }[],
): Promise<string> {
  const [own, theirs, themes, planned, scorecard] = await Promise.all([
    seatsOf(db, { groupId: group.id }),
    seatsOf(db, { groupId: about.id }),
    themesOfGroups(db),
    meetings(db, { groupId: group.id, from: today }),
    exceptionsOfGroup({ db, today }, about.id),
  ])
  const chairOf = (seats: typeof own) =>
    seats.filter(({ role }) => role === 'chair').flatMap(({ tenures }) => tenures.filter(tenure => holdsOn(tenure, today)))[0]?.name ?? ''
  const next = planned.find(({ state, onDay }) => state === 'planned' && onDay > (last.at(-1)?.onDay ?? today))
  return draftOf({
    group: group.name,
    chair: chairOf(own),
    about: about.name,
    to: chairOf(theirs),
    days: last.map(({ onDay }) => onDay),
    themes: themes.get(about.id) ?? [],
    exceptions: (scorecard?.isOfGroup ? scorecard.exceptions : [])
      .filter(({ judgement }) => judgement.name === 'off-target')
      .map(
        ({ reference, title, judgement }) => `${reference === null ? title : `${reference} ${title}`}: ${judgement.words.toLowerCase()}`,
      ),
    next: next === undefined ? '' : dayWords(next),
  })
}

function letterPage(
  { group, about, lastMeetingId, letter, text: kept, earlier }: Asked,
  typed = kept,
  problems: readonly Problem[] = [],
): Answer {
  const view = {
    title: `Letter to the chair of ${about.name}`,
    group: group.name,
    about: about.name,
    isNeeded: lastMeetingId !== null,
    sent: letter !== null && letter.sentOn !== null ? stateWords(letter) : '',
    isKept: letter !== null,
    text: typed,
    edition: editionOf({ text: kept }),
    action: `groups/${group.id}/representation/${about.id}/letter`,
    pdfHref: canMakePdf && lastMeetingId !== null ? `groups/${group.id}/representation/${about.id}/letter.pdf` : '',
    back: `groups/${group.id}/representation`,
    earlier: earlier.map(each => ({ words: stateWords(each), text: each.text })),
    breadcrumbs: [
      { text: 'Meetings', href: 'meetings' },
      { text: 'Representation', href: 'meetings/representation' },
      { text: group.name, href: `groups/${group.id}/representation` },
    ],
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}
