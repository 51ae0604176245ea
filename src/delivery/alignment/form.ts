import { idOf } from '../../kernel/ids.ts'
import { type Fields, texts } from '../../platform/web/index.ts'
import type { Match } from './alignment.ts'
import type { OtherLine, OtherLineId } from './other-plan/other-plan.ts'

/** The matches with which the page was shown, as 10:action-1. */
export const shownIn = (body: Fields): Match[] =>
  texts(body, 'shown').flatMap(pair => {
    const [line, key = ''] = pair.split(':')
    const lineId = idOf<'other line'>(line) as OtherLineId | null
    return lineId === null ? [] : [{ lineId, key }]
  })

/** What is chosen beside each line. */
export const chosenIn = (body: Fields, lines: readonly OtherLine[]): Match[] =>
  lines.flatMap(({ id }) =>
    texts(body, `line-${id}`)
      .filter(key => key !== '')
      .map(key => ({ lineId: id, key })),
  )
