/** The columns of a table of actions, and what plans call them. */
export const columns = ['outcome', 'text', 'owners', 'contributors', 'startsOn', 'endsOn', 'measure', 'resources', 'indicators'] as const
export type Column = (typeof columns)[number]

export const columnNames: Readonly<Record<Column, string>> = {
  outcome: 'Outcome',
  text: 'Action',
  owners: 'Owner',
  contributors: 'With',
  startsOn: 'Start',
  endsOn: 'End',
  measure: 'Measure',
  resources: 'Resources',
  indicators: 'Indicators',
}

const called: readonly (readonly [Column, RegExp])[] = [
  ['outcome', /^(?:outcomes?|priority outcomes?|objectives?|aims?|themes?|priorit(?:y|ies))$/],
  [
    'text',
    /^(?:key )?(?:actions?|activit(?:y|ies)|tasks?|what|what is to be done|what will we do|interventions?|projects?)(?: required| to be taken| description)?$/,
  ],
  [
    'owners',
    /^(?:owners?|(?:action )?leads?|lead (?:officers?|persons?|organisations?|agency|partners?)|responsib(?:le|ility)|responsible (?:officer|person|organisation)|who|by whom|accountable)$/,
  ],
  [
    'contributors',
    /^(?:with|contributors?|partners?|other partners|contributing (?:partners|organisations)|supporting (?:partners|organisations)|support|who helps|key partners)$/,
  ],
  ['startsOn', /^(?:starts?(?: date| on)?|from|begins?|start)$/],
  [
    'endsOn',
    /^(?:ends?(?: date| on)?|to|until|due(?: date)?|deadline|by when|target date|completion(?: date)?|timescales?|when|completed by|finish|date)$/,
  ],
  [
    'measure',
    /^(?:(?:success )?measures?(?: of success)?|success criteria|outputs?|performance measures?|how will we know|how measured|targets?|results?|evidence)$/,
  ],
  ['resources', /^(?:resources?(?: required| needed)?|costs?|funding|budget|resource implications)$/],
  [
    'indicators',
    /^(?:indicators?|ni(?:s|\(s\))?|national indicators?|laa indicators?|ni ref(?:erence)?s?|indicator refs?|pis?|linked indicators?)$/,
  ],
]

/** Null for what is none of them. */
export function columnCalled(heading: string): Column | null {
  const plain = heading
    .toLowerCase()
    .replace(/\(.*?\)|[£*?:#]/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim()
  return called.find(([, form]) => form.test(plain))?.[0] ?? null
}
