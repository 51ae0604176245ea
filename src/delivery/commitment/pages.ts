import { dayLabel } from '../../kernel/day.ts'
import { type Part, reachOf } from '../../partnership/index.ts'
import { template } from '../../platform/web/index.ts'
import { sightIn } from '../plan/sight.ts'
import { meetingOf } from './commitment.ts'
import { actionsWithPart } from './store.ts'

/** What of the plans in force an organisation helps with besides what it owns, and whether the milestones of what it owns were met. */
export const planPartsPart: Part = async ({ db, today, visitor }, of) => {
  if (!('organisationId' in of) || visitor.role === 'guest') return null
  const all = await actionsWithPart(db, of.organisationId, sightIn(reachOf('see-confidential', visitor)))
  if (all.length === 0) return null
  const met = all.filter(({ owns }) => owns).flatMap(({ milestones }) => milestones.map(each => meetingOf(each, today)))
  const count = (wanted: ReturnType<typeof meetingOf>) => met.filter(each => each === wanted).length
  const [onTime, late, notYet] = [count('on-time'), count('late'), count('not-yet')]
  return {
    title: 'Part in delivery plans',
    template: template(import.meta.url, 'part.njk'),
    view: {
      milestones: onTime + late + notYet,
      onTime,
      late,
      notYet,
      helps: all
        .filter(({ owns, state }) => !owns && state !== 'dropped')
        .map(({ id, planId, plan, reference, text, dueOn, state }) => ({
          href: `plans/${planId}/actions/${id}`,
          reference,
          text,
          plan,
          note: state === 'closed' || state === 'done' ? 'done' : dueOn === null ? '' : `due ${dayLabel(dueOn)}`,
        })),
    },
  }
}
