import { actionStateNames, addAction, setIndicators } from '../../actions/index.ts'
import { addDays, dayLabel } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { periodLabel } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { holdsOn } from '../../kernel/span.ts'
import { addForwardItems, representedLately } from '../../meetings/index.ts'
import { type Asked as Reached, reachOf, seatName, seatsOf, whoIsAsked } from '../../partnership/index.ts'
import { mayExplainIndicator, reasonCodeNames, whoReports } from '../../performance/index.ts'
import { post } from '../../platform/mail/index.ts'
import {
  type Answer,
  allow,
  entered,
  found,
  type Handler,
  mayManagePerformance,
  page,
  redirect,
  template,
  type Visit,
} from '../../platform/web/index.ts'
import type { AnsweringGroup } from '../assurance/assured.ts'
import { answeringGroups } from '../assurance/store.ts'
import { isToChase } from '../chaser/chaser.ts'
import type { Subject } from '../commentary/commentary.ts'
import { type AskedPeriod, periodAsked } from '../commentary/pages.ts'
import { lockCommentary } from '../commentary/store.ts'
import { isWithin } from '../plan/plan.ts'
import { linesOfGroup } from '../requirement/store.ts'
import { readAction, readItem, readLetter } from './form.ts'
import {
  type About,
  type DoneHere,
  detailOf,
  draftOf,
  isDoneHere,
  isSettled,
  type Offer,
  offersFor,
  stepForms,
  stepKinds,
  type Taken,
  takenWords,
} from './next-step.ts'
import { addedActions, addedItems, keepStep, letterSent, meetingsToCome, stepsTaken } from './store.ts'
import { becameOfAction, becameOfItem, formView, type Link, type Row, stepsAddress, stepsView } from './view.ts'

type Asked = AskedPeriod & {
  readonly subject: Subject
  readonly about: About
  readonly group: AnsweringGroup | null
  readonly taken: readonly Taken[]
  readonly offers: readonly Offer[]
  readonly mayExplain: boolean
  /** Of the group that answers for it. */
  readonly keepsMeetings: boolean
}

export const showSteps: Handler = async visit => stepsPage(visit, await stepsAsked(visit))

export const newStep: Handler = async visit => {
  const asked = await stepsAsked(visit)
  const kind = kindAsked(visit, asked)
  const why = await whyNot(visit, asked, kind)
  if (why !== null) return redirect(stepsAddress(asked.judged, asked.period), why)
  const draft = draftOf(kind, asked.about)
  const dueOn = dayLabel(addDays(visit.today, daysToAct))
  return formPage(visit, asked, kind, { text: draft, dueOn, detail: detailOf(asked.about), meetingId: null })
}
/** Until somebody says another day. */
const daysToAct = 28

/** Whoever comes second finds what the first has done. */
export const takeStep: Handler = async visit => {
  await lockCommentary(visit.db, found(idOf<'indicator'>(visit.params['id'])))
  const asked = await stepsAsked(visit)
  const kind = kindAsked(visit, asked)
  const back = stepsAddress(asked.judged, asked.period)
  const why = await whyNot(visit, asked, kind)
  if (why !== null) return redirect(back, why)
  const done =
    stepForms[kind] === 'mail'
      ? await writeTo(visit, asked)
      : stepForms[kind] === 'action'
        ? await giveAction(visit, asked, kind)
        : await putForward(visit, asked, kind)
  return 'problems' in done ? formPage(visit, asked, kind, entered(visit.body), done.problems) : redirect(back, done.words)
}

type Done = { readonly words: string } | { readonly problems: readonly Problem[] }
const nothingAdded = { toNames: '', actionId: null, forwardItemId: null }

async function writeTo({ db, body, today, visitor }: Visit, { subject }: Asked): Promise<Done> {
  const read = readLetter(body)
  if (!read.accepted) return read
  const to = (await whoReports(db, subject.indicatorId, today)).filter(({ email }) => email !== null)
  const toNames = namesOf(to)
  const said = { ...subject, kind: 'chase-figures' as const, said: read.value.text, byName: visitor.name, onDay: today }
  const stepId = await keepStep(db, { ...said, ...nothingAdded, toNames })
  for (const { personId } of to)
    await post(db, { letter: 'figures-chaser', about: { stepId, personId }, key: `figures chaser ${stepId} ${today} ${personId}` })
  return { words: `The letter goes by mail to ${toNames}` }
}

async function giveAction({ db, body, today, visitor }: Visit, { subject, group }: Asked, kind: DoneHere): Promise<Done> {
  const read = readAction(body, today)
  if (!read.accepted) return read
  const { id: groupId, shortName } = found(group)
  const seat = await leadOf(db, groupId, today)
  const made = await addAction(db, {
    ...read.value,
    source: 'review',
    sourceId: null,
    groupId,
    sourceName: shortName,
    sourceDay: today,
    owners: [seat === null ? { groupId } : { seatId: seat.id }],
  })
  await setIndicators(db, made.id, [subject.indicatorId])
  await keepStep(db, { ...subject, kind, said: read.value.text, byName: visitor.name, onDay: today, ...nothingAdded, actionId: made.id })
  return { words: `${made.reference} is added` }
}

async function putForward({ db, body, today, visitor }: Visit, { subject, group, about }: Asked, kind: DoneHere): Promise<Done> {
  const { id: groupId, name } = found(group)
  const read = readItem(body, await meetingsToCome(db, groupId, today))
  if (!read.accepted) return read
  const { text: title, detail, meetingId } = read.value
  const [forwardItemId] = await addForwardItems(db, groupId, [
    {
      title,
      detail,
      meetingId,
      isStanding: false,
      responsible: '',
      personId: null,
      seatId: null,
      purpose: 'decide',
      source: `Commentary on ${about.short}, ${about.period}`.slice(0, 300),
      sourceItemId: null,
      minutes: null,
    },
  ])
  await keepStep(db, {
    ...subject,
    kind,
    said: title,
    byName: visitor.name,
    onDay: today,
    ...nothingAdded,
    forwardItemId: found(forwardItemId),
  })
  return { words: `It is on the forward plan of ${name}` }
}

async function stepsAsked(visit: Visit): Promise<Asked> {
  const { db, today, visitor, partnership } = visit
  const asked = await periodAsked(visit)
  const { judged, period, story } = asked
  const { indicator, area } = judged
  const subject = { indicatorId: indicator.id, areaId: area.id, ...period }
  const [taken, groups, mayExplain] = await Promise.all([
    stepsTaken(db, subject),
    answeringGroups(db, [indicator.id], today),
    mayExplainIndicator(db, visitor, indicator.id),
  ])
  const group = groups.get(indicator.id) ?? null
  const codes = story?.latest.reasonCodes ?? []
  const usual = offersFor(codes)
  const about = {
    short: indicator.reference || indicator.title.slice(0, 200),
    name: judged.name,
    period: periodLabel(period, indicator.frequency),
    commentary: story?.latest.text ?? '',
    codes,
    from: visitor.name,
    partnership: partnership.name,
  }
  // What was carried out stays to be seen when its reason is not given any more.
  const before = taken.filter(({ kind }) => usual.every(offer => offer.kind !== kind)).map(({ kind }) => ({ kind, because: [] }))
  const keepsMeetings = group !== null && isWithin(reachOf('keep-meetings', visitor), group.id)
  return { ...asked, subject, about, group, taken, offers: [...usual, ...before], mayExplain, keepsMeetings }
}

/** One that is usual for a reason that is given, of those that are carried out here, for whoever may. */
function kindAsked({ params }: Visit, { offers, mayExplain, keepsMeetings }: Asked): DoneHere {
  const kind = found(stepKinds.find(each => each === params['nextStep']))
  const offered = found(offers.find(offer => offer.kind === kind && offer.because.length > 0)?.kind)
  const here = found(isDoneHere(offered) ? offered : null)
  allow(stepForms[here] === 'mail' ? mayExplain : keepsMeetings)
  return here
}

/** Why it cannot be done now; null where it can. */
async function whyNot({ db, today, sendsMail }: Visit, { taken, subject }: Asked, kind: DoneHere): Promise<string | null> {
  const done = taken.find(each => each.kind === kind)
  if (done !== undefined && isSettled(done, today)) return `That was done already: ${takenWords(done)}`
  if (stepForms[kind] !== 'mail') return null
  if (!sendsMail) return 'Mail is not set up, so no letter can be sent from here'
  const to = await whoReports(db, subject.indicatorId, today)
  return to.some(({ email }) => email !== null) ? null : 'Nobody who reports its figures has an e-mail address here'
}

async function formPage(
  { db, today }: Visit,
  { judged, period, subject, group }: Asked,
  kind: DoneHere,
  fields: Readonly<Record<string, string | null>>,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const form = stepForms[kind]
  const [to, owner, meetings] = await Promise.all([
    form === 'mail' ? whoReports(db, subject.indicatorId, today) : [],
    form === 'action' && group !== null ? ownerWords(db, group, today) : '',
    form === 'item' && group !== null ? meetingsToCome(db, group.id, today) : [],
  ])
  const shown = { kind, form, group: group?.name ?? '', to: namesOf(to.filter(({ email }) => email !== null)), owner, meetings, fields }
  return page(template(import.meta.url, 'edit.njk'), formView(judged, period, shown), problems)
}

const namesOf = (people: readonly Pick<Reached, 'name'>[]): string =>
  people
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 1_000)

/** The seat of whoever leads the group, or chairs it. */
async function leadOf(db: Visit['db'], groupId: AnsweringGroup['id'], today: Visit['today']) {
  const seats = (await seatsOf(db, { groupId })).filter(seat => holdsOn(seat, today))
  return seats.find(({ role }) => role === 'lead') ?? seats.find(({ role }) => role === 'chair') ?? null
}

async function ownerWords(db: Visit['db'], group: AnsweringGroup, today: Visit['today']): Promise<string> {
  const [seat, [who]] = await Promise.all([leadOf(db, group.id, today), whoIsAsked(db, [{ key: 1, groupId: group.id }], today)])
  if (seat === null) return `${group.name}, as nobody leads or chairs it`
  return `${seatName(seat)} of ${group.name}${who === undefined ? '' : ` (${who.name})`}`
}

async function stepsPage(visit: Visit, asked: Asked): Promise<Answer> {
  const { judged, period, story, offers, group, mayExplain } = asked
  const [rows, [chair]] = await Promise.all([
    rowsFor(visit, asked),
    group === null ? [] : whoIsAsked(visit.db, [{ key: 1, chairOf: group.id }], visit.today),
  ])
  const view = stepsView(judged, period, {
    story,
    offers,
    rows,
    group,
    chair: chair?.name ?? '',
    reasonNames: reasonCodeNames,
    mayExplain,
  })
  return page(template(import.meta.url, 'show.njk'), view)
}

async function rowsFor(visit: Visit, asked: Asked): Promise<Row[]> {
  const { db, visitor } = visit
  const { taken, offers } = asked
  const has = (kind: Offer['kind']) => offers.some(offer => offer.kind === kind)
  const [actions, items, reporters, plan, chair] = await Promise.all([
    addedActions(
      db,
      taken.flatMap(({ actionId }) => actionId ?? []),
    ),
    addedItems(
      db,
      taken.flatMap(({ forwardItemId }) => forwardItemId ?? []),
    ),
    has('chase-figures') ? whyNot(visit, { ...asked, taken: [] }, 'chase-figures') : null,
    has('plan-letter') ? planLink(visit, asked) : null,
    has('chair-letter') ? chairLink(visit, asked) : null,
  ])
  const linkOf = (kind: Offer['kind']): Link | null => {
    if (kind === 'definition') return { text: 'The definition', href: `indicators/${asked.judged.indicator.id}/definition` }
    if (kind === 'review-date') return reviewLink(visit, asked)
    return kind === 'plan-letter' ? plan : kind === 'chair-letter' ? chair : null
  }
  const seesConfidential = (groupId: AnsweringGroup['id'] | null) =>
    isWithin(reachOf('see-confidential', visitor), groupId) || isWithin(reachOf('keep-meetings', visitor), groupId)
  return offers.flatMap(({ kind, because }): Row[] => {
    if (!isDoneHere(kind)) {
      const link = linkOf(kind)
      return link === null ? [] : [{ kind, because, became: [], link, who: null }]
    }
    // A letter to the chair is what is usual where the group was missing twice.
    const done = taken.find(each => each.kind === kind)
    if (kind === 'engage-action' && chair !== null && done === undefined) return []
    const action = actions.find(({ id }) => id === done?.actionId)
    if (action?.isConfidential && !seesConfidential(action.groupId)) return []
    const item = items.find(({ id }) => id === done?.forwardItemId)
    const became = done === undefined ? [] : [stateOf(done, action && becameOfAction(action, actionStateNames), item && becameOfItem(item))]
    const may = stepForms[kind] === 'mail' ? asked.mayExplain : asked.keepsMeetings
    const settled = done !== undefined && isSettled(done, visit.today)
    const href = `${stepsAddress(asked.judged, asked.period)}/${kind}`
    const cannot = kind === 'chase-figures' ? reporters : null
    const open = because.length > 0 && !settled
    return [
      {
        kind,
        because,
        became,
        link: open && may && cannot === null ? { text: pressed[stepForms[kind]], href, isHere: true } : null,
        who: !open ? null : cannot !== null ? `${cannot}.` : may ? null : stepForms[kind] === 'mail' ? 'explain' : 'keep',
      },
    ]
  })
}

const pressed = { link: '', mail: 'Write the letter', action: 'Add the action', item: 'Add the item' } as const

function stateOf(done: Taken, action: ReturnType<typeof becameOfAction> | undefined, item: ReturnType<typeof becameOfItem> | undefined) {
  const gone = { text: '', href: null, words: 'It was taken off again' }
  const state = stepForms[done.kind] === 'mail' ? { text: '', href: null, words: '' } : (action ?? item ?? gone)
  return { ...state, said: done.said, by: takenWords(done) }
}

function reviewLink({ visitor }: Visit, { judged, group }: Asked): Link {
  const may = isWithin(reachOf('keep-plans', visitor), group?.id ?? null)
  return may
    ? { text: 'Set a date for its review', href: `reviews/new?of=indicator-${judged.indicator.id}` }
    : { text: 'Whoever keeps the plans of the group sets its date.', href: null }
}

/** The letter where there is one to write; else what there is of a plan. */
async function planLink({ db, visitor, today }: Visit, { group }: Asked): Promise<Link> {
  if (group === null) return { text: 'No group answers for it, so nobody owes a plan.', href: null }
  const line = (await linesOfGroup(db, group.id)).find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
  if (line?.requirement && isToChase(line)) {
    const { id, chasedOn } = line.requirement
    const told = chasedOn === null ? '' : ` ${group.name} was written to on ${dayLabel(chasedOn)}.`
    return mayManagePerformance(visitor)
      ? { text: `The letter to ${group.name}`, href: `plans/requirements/${id}/chaser`, note: told.trim() }
      : { text: `A performance officer writes to ${group.name}.${told}`, href: null }
  }
  if (line?.plan) return { text: `What is missing in “${line.plan.title}”`, href: `plans/${line.plan.id}/robustness` }
  return {
    text: `No plan is required of ${group.name} for this year, so there is no letter. A performance officer can require one.`,
    href: null,
  }
}

/** Only where the group was missing at the last two meetings of another. */
async function chairLink({ db, today, visitor }: Visit, { group }: Asked): Promise<Link | null> {
  if (group === null) return null
  const missing = (await representedLately(db, today)).find(
    ({ groupId, ofGroupId, last }) =>
      groupId === group.id && ofGroupId !== group.id && last.length === 2 && last.every(each => each === false),
  )
  if (missing === undefined) return null
  const letter = await letterSent(db, missing.ofGroupId, group.id)
  const note = letter?.sentOn ? `It was sent on ${dayLabel(letter.sentOn)} by ${letter.sentByName}.` : ''
  const words = `${group.name} was missing at the last two meetings of ${missing.of}`
  return isWithin(reachOf('keep-meetings', visitor), missing.ofGroupId)
    ? { text: `The letter to its chair: ${words}`, href: `groups/${missing.ofGroupId}/representation/${group.id}/letter`, note }
    : { text: `${words}: whoever keeps those meetings writes to its chair. ${note}`.trim(), href: null }
}
