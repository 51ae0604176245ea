import { day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { Paper, PaperId, PaperVersion, PaperVersionId } from './paper.ts'

/** For tests. */
export const examplePaper = (more: Partial<Paper> = {}): Paper => ({
  id: 1 as PaperId,
  groupId: 1 as GroupId,
  meetingId: null,
  itemId: null,
  forwardItemId: null,
  item: 'Budget',
  title: 'Budget for 2009 to 2010',
  personId: null,
  person: null,
  presenterId: null,
  aboutGroupId: null,
  dueOn: null,
  askedOn: null,
  remindedOn: null,
  isConfidential: false,
  isWithheld: false,
  withdrawnOn: null,
  withdrawnBecause: '',
  hasCoverSheet: false,
  versions: [],
  ...more,
})

export const exampleVersion = (more: Partial<PaperVersion> = {}): PaperVersion => ({
  id: 1 as PaperVersionId,
  number: 1,
  file: null,
  link: 'https://council.example/budget',
  note: '',
  onDay: day('2009-03-18'),
  dueOn: null,
  madeByName: 'Amina Khan',
  ...more,
})
