/** What a piece of minutes comes to: the action, the decision, the correction or the interest that it is, and what is said back of what was typed, so that its writer sees at once what was understood. */
import type { Owner } from '../../actions/index.ts'
import type { Day } from '../../kernel/day.ts'
import { penceIn, poundsLabel } from '../../kernel/money.ts'
import type { PersonId } from '../../partnership/index.ts'
import type { IndicatorId } from '../../performance/index.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import { type Due, dueWords, readDue, type When } from './due.ts'
import { actionIn, correctionIn, entryIn } from './entry.ts'
import type { FieldName, Piece } from './minute.ts'
import { inOneLine } from './prose.ts'
import { keyOf, ownersOf, readPeople, readWho, type Table, type Understood } from './who.ts'

/** What one has to know to understand a piece. */
export type Context = When & {
  readonly table: Table
  /** Whose minutes are corrected. */
  readonly previousId: MeetingId | null
  readonly indicators: (text: string) => {
    readonly known: readonly { readonly id: IndicatorId; readonly reference: string }[]
    readonly unknown: readonly string[]
  }
}

/** What is said back below a field. */
export type Say = { readonly field: FieldName | 'text'; readonly text: string; readonly isDoubt: boolean }
/** Which of several is meant by a word. */
export type Ask = {
  readonly typed: string
  readonly key: string
  readonly answer: string
  readonly options: readonly { readonly code: string; readonly name: string }[]
}
export type Understanding = { readonly says: readonly Say[]; readonly asks: readonly Ask[] }

type Content = Pick<Piece, 'kind' | 'text' | 'typed'>

export function understand(piece: Content, context: Context): Understanding {
  if (piece.kind === 'action') return actionOf(piece, context)
  if (piece.kind === 'decision') return decisionOf(piece, context)
  if (piece.kind === 'correction') return correctionOf(piece, context)
  return piece.kind === 'interest' ? interestOf(piece, context) : { says: [], asks: [] }
}

export type UnderstoodAction = Understanding & {
  readonly text: string
  readonly owners: readonly Owner[]
  readonly dueOn: Day | null
  readonly dueMeetingId: MeetingId | null
}

export function actionOf({ text, typed }: Content, context: Context): UnderstoodAction {
  const who = readWho(typed.owners ?? '', context.table, typed.chosen)
  const due = readDue(typed.due ?? '', context)
  const on = due?.kind === 'day' ? due : null
  return {
    text: inOneLine(text).slice(0, 2000),
    owners: ownersOf(who),
    dueOn: on?.on ?? null,
    dueMeetingId: on?.meetingId ?? null,
    says: [...saysOfWho('owners', who), ...saysOfDue(due)],
    asks: asksOf(who),
  }
}

function saysOfWho(field: FieldName, who: readonly Understood[]): Say[] {
  const known = [...new Set(who.flatMap(({ means }) => means.map(({ name }) => name)))]
  const unknown = who.filter(({ means, asks }) => means.length + asks.length === 0).map(({ typed }) => `“${typed}”`)
  return [
    ...(known.length === 0 ? [] : [{ field, text: known.join(', '), isDoubt: false }]),
    ...(unknown.length === 0
      ? []
      : [{ field, text: `Nobody here is called ${unknown.join(' or ')}: kept as you wrote it`, isDoubt: true }]),
  ]
}

const asksOf = (who: readonly Understood[]): Ask[] =>
  who
    .filter(({ asks }) => asks.length > 0)
    .map(({ typed, means, asks }) => ({
      typed,
      key: keyOf(typed),
      answer: means[0]?.code ?? '',
      options: asks.map(({ code, name }) => ({ code, name })),
    }))

function saysOfDue(due: Due | null): Say[] {
  if (due === null) return []
  if (due.kind === 'day')
    return [{ field: 'due', text: `${dueWords(due.on)}${due.meetingId === null ? '' : ', with the meeting'}`, isDoubt: false }]
  return [
    {
      field: 'due',
      text: due.kind === 'open' ? 'No day: kept as you wrote it' : `${due.why}: kept as you wrote it`,
      isDoubt: due.kind === 'unknown',
    },
  ]
}

export const decisionOutcomes = ['agreed', 'endorsed', 'refused', 'noted', 'approved-minutes', 'delegated'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

export type UnderstoodDecision = Understanding & {
  readonly text: string
  readonly kind: DecisionOutcome
  readonly proposerId: PersonId | null
  readonly seconderId: PersonId | null
  readonly manner: 'consensus' | 'vote'
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly abstentions: number | null
  readonly dissent: string
  readonly amountPence: number | null
  readonly indicatorIds: readonly IndicatorId[]
}

export function decisionOf({ text, typed }: Content, { table, indicators }: Context): UnderstoodDecision {
  const [proposer, seconder] = [typed.proposer ?? '', typed.seconder ?? ''].map(name => readPeople(name, table, typed.chosen)) as [
    Understood[],
    Understood[],
  ]
  const [inFavour, against, abstained] = [typed.votesFor, typed.votesAgainst, typed.abstentions].map(count) as [Count, Count, Count]
  const counted = [inFavour, against, abstained]
  const isVote = typed.manner === 'vote' || counted.some(({ number }) => number !== null)
  const pence = typed.amount === undefined ? null : penceIn(typed.amount)
  const named = indicators(typed.indicators ?? '')
  const doubt = (field: FieldName, words: string): Say => ({ field, text: words, isDoubt: true })
  return {
    text: inOneLine(text).slice(0, 4000),
    kind: decisionOutcomes.find(each => each === typed.outcome) ?? 'agreed',
    proposerId: personOf(proposer),
    seconderId: personOf(seconder),
    manner: isVote ? 'vote' : 'consensus',
    votesFor: inFavour.number,
    votesAgainst: against.number,
    abstentions: abstained.number,
    dissent: (typed.dissent ?? '').slice(0, 1000),
    amountPence: pence,
    indicatorIds: named.known.map(({ id }) => id),
    says: [
      ...saysOfWho('proposer', proposer),
      ...saysOfWho('seconder', seconder),
      ...(counted.some(({ isWrong }) => isWrong) ? [doubt('votesFor', 'Votes are whole numbers: kept as you wrote them')] : []),
      ...(typed.amount === undefined
        ? []
        : [
            pence === null
              ? doubt('amount', 'No amount can be read from this: kept as you wrote it')
              : { field: 'amount' as const, text: poundsLabel(pence), isDoubt: false },
          ]),
      ...(named.known.length === 0
        ? []
        : [{ field: 'indicators' as const, text: named.known.map(({ reference }) => reference).join(', '), isDoubt: false }]),
      ...(named.unknown.length === 0
        ? []
        : [doubt('indicators', `No indicator is called ${named.unknown.map(each => `“${each}”`).join(' or ')}: kept as you wrote it`)]),
    ],
    asks: asksOf([...proposer, ...seconder]),
  }
}

type Count = { readonly number: number | null; readonly isWrong: boolean }
const count = (typed: string | undefined): Count => {
  const plain = (typed ?? '').trim()
  return /^\d{1,4}$/.test(plain) ? { number: Number(plain), isWrong: false } : { number: null, isWrong: plain !== '' }
}

const peopleOf = (who: readonly Understood[]): PersonId[] => ownersOf(who).flatMap(owner => ('personId' in owner ? [owner.personId] : []))
const personOf = (who: readonly Understood[]): PersonId | null => peopleOf(who)[0] ?? null

export type UnderstoodCorrection = Understanding & {
  readonly ofMeetingId: MeetingId | null
  readonly placeInWords: string
  readonly was: string
  readonly shouldRead: string
  readonly proposedById: PersonId | null
  readonly isAgreed: boolean
}

export function correctionOf({ typed }: Content, { table, previousId }: Context): UnderstoodCorrection {
  const proposer = readPeople(typed.proposedBy ?? '', table, typed.chosen)
  return {
    ofMeetingId: previousId,
    placeInWords: (typed.where ?? '').slice(0, 300),
    was: (typed.was ?? '').slice(0, 4000),
    shouldRead: (typed.shouldRead ?? '').slice(0, 4000),
    proposedById: personOf(proposer),
    isAgreed: typed.agreed !== 'no',
    says: [
      ...(previousId === null
        ? [
            {
              field: 'where' as const,
              text: 'This group has no meeting before this one whose minutes could be corrected: kept as you wrote it',
              isDoubt: true,
            },
          ]
        : []),
      ...saysOfWho('proposedBy', proposer),
    ],
    asks: asksOf(proposer),
  }
}

export type UnderstoodInterest = Understanding & {
  readonly personIds: readonly PersonId[]
  readonly text: string
  readonly leftTheRoom: boolean
}

export function interestOf({ text, typed }: Content, { table }: Context): UnderstoodInterest {
  const who = readPeople(typed.who ?? '', table, typed.chosen)
  return {
    personIds: peopleOf(who),
    text: (inOneLine(text) || 'An interest').slice(0, 1000),
    leftTheRoom: typed.left === 'yes',
    says: saysOfWho('who', who),
    asks: asksOf(who),
  }
}

/** A line that is left, once its writer has gone on: what it begins with says what it is, and an action gives its owner and its date. */
export function settled<Draft extends Content>(draft: Draft, context: Context): Draft {
  const entry = draft.kind === 'discussion' || draft.kind === 'action' || draft.kind === 'decision' ? entryIn(draft.text) : null
  const kind = entry !== null && (draft.kind === 'discussion' || entry.kind === draft.kind) ? entry.kind : draft.kind
  const text = entry !== null && kind === entry.kind ? entry.text : draft.text
  if (kind === 'action' && (draft.typed.owners ?? '') === '' && (draft.typed.due ?? '') === '' && !text.includes('\n')) {
    const parts = actionIn(text, {
      names: names => {
        const who = readWho(names, context.table)
        return who.length > 0 && who.every(({ means, asks }) => means.length + asks.length > 0)
      },
      due: words => readDue(words, context)?.kind === 'day',
    })
    return { ...draft, kind, text: parts.text, typed: { ...draft.typed, ...told({ owners: parts.owners, due: parts.due }) } }
  }
  if (kind === 'correction' && draft.kind !== 'correction') {
    const parts = correctionIn(text)
    if (parts !== null) return { ...draft, kind, text: '', typed: { ...draft.typed, ...told(parts) } }
  }
  return { ...draft, kind, text }
}

const told = <T extends Record<string, string>>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<T>
