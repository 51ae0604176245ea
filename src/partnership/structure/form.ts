import { type Day, parseDay } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type Fields, text, texts } from '../../platform/web/index.ts'
import { type GroupId, layers } from '../group/group.ts'
import type { Filter } from './structure.ts'

export const zooms = ['whole', '100', '150'] as const
export type Zoom = (typeof zooms)[number]

export type Wanted = {
  readonly filter: Filter
  readonly on: Day
  /** The day as it was typed; nothing when it is today. */
  readonly typed: string
  readonly members: 'all' | ReadonlySet<GroupId>
  readonly zoom: Zoom
  readonly problems: readonly Problem[]
}

export function readWanted(query: Fields, today: Day): Wanted {
  const typed = text(query, 'on').trim()
  const day = typed === '' ? today : parseDay(typed)
  const members = texts(query, 'members')
  return {
    filter: {
      theme: text(query, 'theme') || null,
      organisationId: idOf<'organisation'>(text(query, 'organisation')),
      layer: layers.find(layer => layer === text(query, 'layer')) ?? null,
    },
    on: day ?? today,
    typed,
    members: members.includes('all') ? 'all' : new Set(members.flatMap(each => idOf<'group'>(each) ?? [])),
    zoom: zooms.find(zoom => zoom === text(query, 'zoom')) ?? '100',
    problems: day === null ? [{ field: 'on', text: 'Enter the day as a date, such as 6 May 2009' }] : [],
  }
}
