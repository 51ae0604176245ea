import { periodLabel } from '../../kernel/period.ts'
import { judgedIndicator, whoReports } from '../../performance/index.ts'
import type { VisitLetters } from '../../platform/mail/index.ts'
import { stepTaken } from './store.ts'

export const stepLetters: VisitLetters = {
  /** As it was written; nobody who does not report the figures any more is asked for them. */
  'figures-chaser': async ({ db, about, today, home }) => {
    const step = await stepTaken(db, Number(about['stepId']))
    if (step === null) return null
    const [judged, reporters] = await Promise.all([
      judgedIndicator({ db, today }, step.indicatorId, step.areaId),
      whoReports(db, step.indicatorId, today),
    ])
    const to = reporters.find(({ personId }) => personId === Number(about['personId']))
    if (judged === null || to === undefined || to.email === null) return null
    return {
      to: to.email,
      name: to.name,
      subject: `The figures of ${judged.name}, ${periodLabel(step, judged.indicator.frequency)}`,
      paragraphs: [...step.said.split(/\n{2,}/), `${home}/indicators/${step.indicatorId}`],
    }
  },
}
