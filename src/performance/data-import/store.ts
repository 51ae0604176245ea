import type { Period } from '../../kernel/period.ts'
import type { DirectoryRow } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AgreementId } from '../indicator/indicator.ts'
import type { DataImport, DataImportId, ImportAnswers, ImportKind, ImportState, ImportSummary, RowOutcome } from './data-import.ts'
import type { Figure } from './figure.ts'
import type { IndicatorContent, IndicatorRow } from './indicator-row.ts'
import type { Mapping } from './mapping.ts'
import type { PersonRow } from './person-row.ts'

type NewImport = Pick<DataImport, 'kind' | 'agreementId' | 'fileName' | 'source' | 'file'> & {
  readonly madeBy: number
  readonly madeByName: string
}

export async function addImport(
  db: Db,
  { kind, agreementId, fileName, source, file, madeBy, madeByName }: NewImport,
  pieces: AsyncIterable<Uint8Array>,
): Promise<DataImportId> {
  const [row] = await db<{ id: DataImportId }[]>`
    insert into performance.data_import (kind, agreement_id, file_name, source, state, file, made_by, made_by_name)
    values (${kind}, ${agreementId}, ${fileName}, ${source}, 'uploaded', ${db.json(file)}, ${madeBy}, ${madeByName})
    returning id`
  if (!row) throw new Error('An import was not added')
  let number = 0
  for await (const piece of pieces)
    await db`insert into performance.data_import_piece (import_id, number, content) values (${row.id}, ${number++}, ${Buffer.from(piece)})`
  return row.id
}

/** A piece of the file; null after the last. */
export async function piece(db: Db, importId: DataImportId, number: number): Promise<Uint8Array | null> {
  const [row] = await db<{ content: Uint8Array }[]>`
    select content from performance.data_import_piece where import_id = ${importId} and number = ${number}`
  return row?.content ?? null
}

/** Where each piece begins and ends, so that any part of the file is found. */
export async function pieceBounds(
  db: Db,
  importId: DataImportId,
): Promise<{ readonly number: number; readonly from: number; readonly to: number }[]> {
  return db`
    select number, (sum(length(content)) over (order by number) - length(content))::integer as from, (sum(length(content)) over (order by number))::integer as to
      from performance.data_import_piece
     where import_id = ${importId}
     order by number`
}

/** Another sheet of the workbook is read: what its columns mean is to be said anew. */
export async function setFile(db: Db, importId: DataImportId, file: DataImport['file']): Promise<void> {
  await db`update performance.data_import set file = ${db.json(asJson(file))}, mapping = null where id = ${importId}`
}

const columns = (db: Db) => db`
  id, kind, agreement_id, file_name, source, state, file, summary, answers, problem, made_by_name, made_at, imported_by_name, imported_at`

export async function dataImport(db: Db, importId: DataImportId): Promise<DataImport | null> {
  const [row] = await db<DataImport[]>`select ${columns(db)} from performance.data_import where id = ${importId}`
  return row ?? null
}

/** Holds other writers off an import until the visit ends. */
export async function lockImport(db: Db, importId: DataImportId): Promise<DataImport | null> {
  const [row] = await db<DataImport[]>`select ${columns(db)} from performance.data_import where id = ${importId} for no key update`
  return row ?? null
}

/** What the list shows of an import. */
export type ImportLine = Omit<DataImport, 'file' | 'answers' | 'problem'> & { readonly agreement: string | null }

export async function imports(db: Db, from: number, count: number): Promise<{ readonly total: number; readonly lines: ImportLine[] }> {
  const lines = await db<(ImportLine & { total: number })[]>`
    select i.id, i.kind, i.agreement_id, i.file_name, i.source, i.state, i.summary, i.made_by_name, i.made_at, i.imported_by_name, i.imported_at,
           a.title as agreement, count(*) over () as total
      from performance.data_import i
      left join performance.agreement a on a.partnership_id = i.partnership_id and a.id = i.agreement_id
     order by i.id desc
    offset ${from} limit ${count}`
  return { total: lines[0]?.total ?? 0, lines }
}

export async function agreementChoices(db: Db): Promise<{ readonly id: AgreementId; readonly title: string; readonly areaId: number }[]> {
  return db`select id, title, area_id from performance.agreement order by first_year desc, id desc`
}

export async function setState(db: Db, importId: DataImportId, state: ImportState, problem: string | null = null): Promise<void> {
  await db`update performance.data_import set state = ${state}, problem = ${problem} where id = ${importId}`
}

/** What state an import has now, whatever this transaction has seen before. */
export async function stateOf(db: Db, importId: DataImportId): Promise<ImportState | null> {
  const [row] = await db<{ state: ImportState }[]>`select state from performance.data_import where id = ${importId}`
  return row?.state ?? null
}

export async function setSummary(db: Db, importId: DataImportId, summary: ImportSummary): Promise<void> {
  await db`update performance.data_import set summary = ${db.json({ ...summary })} where id = ${importId}`
}

/** While it is being stored; a summary that says something else by then stays. */
export async function setStored(db: Db, importId: DataImportId, rows: number): Promise<void> {
  await db`
    update performance.data_import set summary = summary || jsonb_build_object('step', 'storing', 'rowsStored', ${rows}::int)
     where id = ${importId} and state = 'importing'`
}

export async function setAnswers(db: Db, importId: DataImportId, answers: ImportAnswers): Promise<void> {
  await db`update performance.data_import set answers = ${db.json({ ...answers })} where id = ${importId}`
}

export async function mappingOf(db: Db, importId: DataImportId): Promise<Mapping | null> {
  const [row] = await db<{ mapping: Mapping | null }[]>`select mapping from performance.data_import where id = ${importId}`
  return row?.mapping ?? null
}

export async function setMapping(db: Db, importId: DataImportId, mapping: Mapping): Promise<void> {
  await db`update performance.data_import set mapping = ${db.json(asJson(mapping))} where id = ${importId}`
}

export async function rememberedMapping(db: Db, kind: ImportKind, source: string): Promise<Mapping | null> {
  const [row] = await db<{ mapping: Mapping }[]>`
    select mapping from performance.import_mapping where kind = ${kind} and source = ${source.toLowerCase()}`
  return row?.mapping ?? null
}

export async function rememberMapping(db: Db, kind: ImportKind, source: string, mapping: Mapping): Promise<void> {
  await db`
    insert into performance.import_mapping (kind, source, mapping) values (${kind}, ${source.toLowerCase()}, ${db.json(asJson(mapping))})
        on conflict (partnership_id, kind, source) do update set mapping = excluded.mapping where import_mapping.mapping <> excluded.mapping`
}

export async function sourcesRemembered(db: Db): Promise<string[]> {
  const rows = await db<{ source: string }[]>`
    select source from performance.data_import where source <> '' group by source order by max(id) desc limit 100`
  return rows.map(({ source }) => source)
}

/** Whatever was understood before is forgotten: the file is read anew. */
export async function forgetRows(db: Db, importId: DataImportId): Promise<void> {
  await db`delete from performance.data_import_row where import_id = ${importId}`
  await db`delete from performance.data_import_name where import_id = ${importId}`
}

/** A new name is the file's until it is known what it is. */
export type NameKind = 'indicator' | 'area' | 'outcome' | 'organisation'
export type NewName = {
  readonly kind: NameKind
  readonly number: number
  readonly label: string
  readonly name: unknown
  readonly line: number
  readonly knownId: number | null
}

export async function addNames(db: Db, importId: DataImportId, names: readonly NewName[]): Promise<void> {
  if (names.length === 0) return
  await db`
    insert into performance.data_import_name (import_id, kind, number, label, name, line, known_id)
    select ${importId}, kind, number, label, name, line, "knownId"
      from jsonb_to_recordset(${db.json(asJson(names))}) as name (kind text, number int, label text, name jsonb, line int, "knownId" bigint)`
}

export type ImportName<Name = unknown, Offer = unknown, Answer = unknown> = {
  readonly kind: NameKind
  readonly number: number
  readonly label: string
  readonly name: Name
  readonly line: number
  readonly rows: number
  readonly knownId: number | null
  readonly offer: Offer
  readonly answer: Answer | null
}

export async function namesOf<Name, Offer, Answer>(
  db: Db,
  importId: DataImportId,
  kind: NameKind,
): Promise<ImportName<Name, Offer, Answer>[]> {
  return db<ImportName<Name, Offer, Answer>[]>`
    select kind, number, label, name, line, rows, known_id, offer, answer
      from performance.data_import_name
     where import_id = ${importId} and kind = ${kind}
     order by number`
}

type NameChange = { readonly kind: NameKind; readonly number: number }

export async function setKnown(
  db: Db,
  importId: DataImportId,
  known: readonly (NameChange & { readonly knownId: number | null })[],
): Promise<void> {
  if (known.length === 0) return
  await db`
    update performance.data_import_name name
       set known_id = found."knownId"
      from jsonb_to_recordset(${db.json(asJson(known))}) as found (kind text, number int, "knownId" bigint)
     where name.import_id = ${importId} and name.kind = found.kind and name.number = found.number`
}

export async function setOffers(
  db: Db,
  importId: DataImportId,
  offers: readonly (NameChange & { readonly offer: unknown })[],
): Promise<void> {
  if (offers.length === 0) return
  await db`
    update performance.data_import_name name
       set offer = found.offer
      from jsonb_to_recordset(${db.json(asJson(offers))}) as found (kind text, number int, offer jsonb)
     where name.import_id = ${importId} and name.kind = found.kind and name.number = found.number`
}

export async function setNameAnswers(
  db: Db,
  importId: DataImportId,
  answers: readonly (NameChange & { readonly answer: unknown })[],
): Promise<void> {
  if (answers.length === 0) return
  await db`
    update performance.data_import_name name
       set answer = found.answer
      from jsonb_to_recordset(${db.json(asJson(answers))}) as found (kind text, number int, answer jsonb)
     where name.import_id = ${importId} and name.kind = found.kind and name.number = found.number`
}

/** How many rows bear each name; those that were refused when they were read bear none. */
export async function countNames(db: Db, importId: DataImportId): Promise<void> {
  await db`
    update performance.data_import_name name
       set rows = counted.rows
      from (select 'indicator' as kind, indicator_number as number, count(*) as rows
              from performance.data_import_row
             where import_id = ${importId} and indicator_number is not null
             group by indicator_number
             union all
            select 'area', area_number, count(*)
              from performance.data_import_row
             where import_id = ${importId} and area_number is not null
             group by area_number
             union all
            select 'outcome', named.number::int, count(*)
              from performance.data_import_row row,
                   jsonb_array_elements_text((row.content -> 'outcomes') || jsonb_build_array(row.content -> 'assumedOutcome')) as named (number)
             where import_id = ${importId} and content is not null and named.number is not null
             group by named.number
             union all
            select 'organisation', named.number::int, count(*)
              from performance.data_import_row row,
                   jsonb_array_elements_text((row.content -> 'contributors') || jsonb_build_array(row.content -> 'lead', row.content -> 'assumedLead')) as named (number)
             where import_id = ${importId} and content is not null and named.number is not null
             group by named.number) as counted
     where name.import_id = ${importId} and name.kind = counted.kind and name.number = counted.number`
}

/** A batch of figures in one statement: 1,000,000 of them are 200 such. */
export async function addFigures(db: Db, importId: DataImportId, figures: readonly Figure[]): Promise<void> {
  if (figures.length === 0) return
  // unnest fills up with null: most columns of most files have nothing in them.
  const each = <T>(of: (figure: Figure) => T): T[] => {
    const values = figures.map(of)
    return values.some(value => value !== null) ? values : []
  }
  await db`
    insert into performance.data_import_row (import_id, line, part, outcome, indicator_number, area_number, period_text, starts_on, ends_on, target_kind,
           value, low, high, absence, numerator, denominator, sample_size, status, source, unreadable, column_name, found, reason)
    select ${importId}, line, part, case when unreadable is null then 'new' else 'refused' end, indicator_number, area_number, period_text, starts_on, ends_on,
           target_kind, value, low, high, absence, numerator, denominator, sample_size, status, source, unreadable, column_name, found, reason
      from unnest(
           ${each(({ line }) => line)}::int[],
           ${each(({ part }) => part)}::smallint[],
           ${each(({ indicatorNumber }) => indicatorNumber)}::int[],
           ${each(({ areaNumber }) => areaNumber)}::int[],
           ${each(({ periodText }) => periodText)}::text[],
           ${each(({ period }) => period?.startsOn ?? null)}::date[],
           ${each(({ period }) => period?.endsOn ?? null)}::date[],
           ${each(({ targetKind }) => targetKind)}::text[],
           ${each(({ value }) => value)}::numeric[],
           ${each(({ low }) => low)}::numeric[],
           ${each(({ high }) => high)}::numeric[],
           ${each(({ absence }) => absence)}::text[],
           ${each(({ numerator }) => numerator)}::numeric[],
           ${each(({ denominator }) => denominator)}::numeric[],
           ${each(({ sampleSize }) => sampleSize)}::int[],
           ${each(({ status }) => status)}::text[],
           ${each(({ source }) => source)}::text[],
           ${each(({ refusal }) => refusal?.unreadable ?? null)}::text[],
           ${each(({ refusal }) => refusal?.column ?? null)}::text[],
           ${each(({ refusal }) => refusal?.found ?? null)}::text[],
           ${each(({ refusal }) => refusal?.reason ?? null)}::text[])
        as figure (line, part, indicator_number, area_number, period_text, starts_on, ends_on, target_kind,
           value, low, high, absence, numerator, denominator, sample_size, status, source, unreadable, column_name, found, reason)`
}

/** Rows of indicators, or of people. */
export async function addContentRows(db: Db, importId: DataImportId, rows: readonly (IndicatorRow | PersonRow)[]): Promise<void> {
  if (rows.length === 0) return
  const list = rows.map(({ line, content, refusal }) => ({ line, content, ...refusal }))
  await db`
    insert into performance.data_import_row (import_id, line, outcome, content, unreadable, column_name, found, reason)
    select ${importId}, line, case when unreadable is null then 'new' else 'refused' end, content, unreadable, "column", found, reason
      from jsonb_to_recordset(${db.json(asJson(list))}) as row (line int, content jsonb, unreadable text, "column" text, found text, reason text)`
}

export type FigurePeriod = { readonly indicatorNumber: number; readonly periodText: string } & (
  | Period
  | { readonly startsOn: null; readonly endsOn: null }
)

/** Each period that the file has for each indicator, once. */
export async function figurePeriods(db: Db, importId: DataImportId, indicatorNumbers: readonly number[]): Promise<FigurePeriod[]> {
  return db<FigurePeriod[]>`
    select indicator_number, period_text, starts_on, ends_on
      from performance.data_import_row
     where import_id = ${importId} and indicator_number = any (${[...indicatorNumbers]}::int[]) and period_text is not null
     group by indicator_number, period_text, starts_on, ends_on`
}

export type PeriodChange = {
  readonly indicatorNumber: number
  readonly periodText: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly columnName: string | null
  readonly reason: string | null
}

/** Periods that are something else once it is known how often the indicator is reported; `headings`: of each part of a row, in wide form. Rows that are refused for another reason stay so. */
export async function changePeriods(
  db: Db,
  importId: DataImportId,
  changes: readonly PeriodChange[],
  headings: readonly string[],
): Promise<void> {
  if (changes.length === 0) return
  await db`
    update performance.data_import_row row
       set starts_on = change."startsOn", ends_on = change."endsOn",
           unreadable = case when change.reason is not null then 'period' end,
           outcome = case when change.reason is not null then 'refused' else 'new' end,
           existing = null,
           column_name = case when change.reason is not null then coalesce((${[...headings]}::text[])[row.part], change."columnName") end, found = case when change.reason is not null then row.period_text end, reason = change.reason
      from jsonb_to_recordset(${db.json(asJson(changes))}) as change
           ("indicatorNumber" int, "periodText" text, "startsOn" date, "endsOn" date, "columnName" text, reason text)
     where row.import_id = ${importId} and row.indicator_number = change."indicatorNumber" and row.period_text = change."periodText"
       and row.unreadable is distinct from 'cell'
       and (row.starts_on, row.ends_on, row.reason) is distinct from (change."startsOn", change."endsOn", change.reason)`
}

/** What the figures of each indicator look like that nobody knows yet: as many decimals as they have. */
export async function decimalsOf(
  db: Db,
  importId: DataImportId,
  indicatorNumbers: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await db<{ indicatorNumber: number; decimals: number }[]>`
    select indicator_number, max(scale(trim_scale(coalesce(value, high)))) as decimals
      from performance.data_import_row
     where import_id = ${importId} and indicator_number = any (${[...indicatorNumbers]}::int[]) and coalesce(value, high) is not null
     group by indicator_number`
  return new Map(rows.map(({ indicatorNumber, decimals }) => [indicatorNumber, decimals]))
}

export type IndicatorLine = { readonly line: number; readonly content: IndicatorContent }

/** The indicators of a file that could be read, in its order. */
export async function indicatorLines(db: Db, importId: DataImportId): Promise<IndicatorLine[]> {
  return db<IndicatorLine[]>`
    select line, content
      from performance.data_import_row
     where import_id = ${importId} and unreadable is null
     order by line`
}

/** The people of a file, row by row, those left out that could not be read. */
export async function personLines(db: Db, importId: DataImportId): Promise<DirectoryRow[]> {
  const rows = await db<{ content: DirectoryRow }[]>`
    select content
      from performance.data_import_row
     where import_id = ${importId} and unreadable is null
     order by line`
  return rows.map(({ content }) => content)
}

export type LineOutcome = {
  readonly line: number
  readonly outcome: RowOutcome
  readonly existing: unknown
  readonly columnName: string | null
  readonly found: string | null
  readonly reason: string | null
}

/** The lines that are something else than before. */
export async function setOutcomes(db: Db, importId: DataImportId, outcomes: readonly LineOutcome[]): Promise<number[]> {
  if (outcomes.length === 0) return []
  const rows = await db<{ line: number }[]>`
    update performance.data_import_row row
       set outcome = now.outcome, existing = now.existing, column_name = now."columnName", found = now.found, reason = now.reason
      from jsonb_to_recordset(${db.json(asJson(outcomes))}) as now (line int, outcome text, existing jsonb, "columnName" text, found text, reason text)
     where row.import_id = ${importId} and row.line = now.line
       and (row.outcome, row.existing, row.column_name, row.found, row.reason)
           is distinct from (now.outcome, now.existing, now."columnName", now.found, now.reason)
    returning row.line`
  return rows.map(({ line }) => line)
}

export type RowCounts = Pick<ImportSummary, 'counts' | 'replacesFinal' | 'belowFinal'>

export async function countRows(db: Db, importId: DataImportId): Promise<RowCounts> {
  const rows = await db<{ outcome: RowOutcome; rows: number; final: number; below: number }[]>`
    select outcome, count(*) as rows,
           count(*) filter (where existing ->> 'status' = 'final' and existing ->> 'value' is not null) as final,
           count(*) filter (where existing ->> 'status' = 'final' and existing ->> 'value' is not null and status <> 'final') as below
      from performance.data_import_row
     where import_id = ${importId}
     group by outcome`
  const of = (outcome: RowOutcome) => rows.find(row => row.outcome === outcome)
  return {
    counts: {
      new: of('new')?.rows ?? 0,
      revised: of('revised')?.rows ?? 0,
      unchanged: of('unchanged')?.rows ?? 0,
      refused: of('refused')?.rows ?? 0,
    },
    replacesFinal: of('revised')?.final ?? 0,
    belowFinal: rows.reduce((sum, { below }) => sum + below, 0),
  }
}

export type RowLine = {
  readonly line: number
  readonly part: number
  readonly outcome: RowOutcome
  readonly indicator: string | null
  readonly area: string | null
  readonly periodText: string | null
  readonly startsOn: Period['startsOn'] | null
  readonly endsOn: Period['endsOn'] | null
  readonly targetKind: string | null
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly absence: string | null
  readonly status: string | null
  readonly content: IndicatorContent | DirectoryRow | null
  readonly existing: Readonly<Record<string, unknown>> | null
  readonly columnName: string | null
  readonly found: string | null
  readonly reason: string | null
}

export async function rowsOf(db: Db, importId: DataImportId, outcome: RowOutcome, from: number, count: number | null): Promise<RowLine[]> {
  return db<RowLine[]>`
    select row.line, row.part, row.outcome, indicator.label as indicator, area.label as area, row.period_text, row.starts_on, row.ends_on,
           row.target_kind, row.value, row.low, row.high, row.absence, row.status, row.content, row.existing, row.column_name, row.found, row.reason
      from performance.data_import_row row
      left join performance.data_import_name indicator
        on indicator.import_id = row.import_id and indicator.kind = 'indicator' and indicator.number = row.indicator_number
      left join performance.data_import_name area
        on area.import_id = row.import_id and area.kind = 'area' and area.number = row.area_number
     where row.import_id = ${importId} and row.outcome = ${outcome}
     order by row.line, row.part
    offset ${from} limit ${count}`
}

export type RefusedLine = Pick<RowLine, 'line' | 'part' | 'columnName' | 'found' | 'reason'>

/** The refused rows for downloading, a batch after each other. */
export async function refusedAfter(db: Db, importId: DataImportId, line: number, part: number): Promise<RefusedLine[]> {
  return db<RefusedLine[]>`
    select line, part, column_name, found, reason
      from performance.data_import_row
     where import_id = ${importId} and outcome = 'refused' and (line, part) > (${line}, ${part})
     order by line, part
     limit 10000`
}

/** The file and what would have been stored are not needed any more; what was refused stays to be looked up. */
export async function emptyImport(db: Db, importId: DataImportId): Promise<void> {
  await db`delete from performance.data_import_piece where import_id = ${importId}`
  await db`delete from performance.data_import_row where import_id = ${importId} and outcome <> 'refused'`
  await db`update performance.data_import set file = file - 'sample' - 'contents' where id = ${importId}`
}

export async function finishImport(db: Db, importId: DataImportId, byName: string, summary: ImportSummary): Promise<boolean> {
  const rows = await db<{ fileName: string; source: string; kind: string }[]>`
    update performance.data_import
       set state = 'imported', imported_at = now(), imported_by_name = ${byName}, summary = ${db.json({ ...summary })}
     where id = ${importId} and state = 'importing'
    returning file_name, source, kind`
  const [row] = rows
  if (!row) return false
  await db`
    select platform.keep_import('performance.data_import', ${importId},
           ${db.json({ id: importId, kind: row.kind, file_name: row.fileName, source: row.source, ...summary.counts })})`
  return true
}

/** postgres.js takes only what is plainly JSON; a readonly type is, and it cannot see it. */
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as Parameters<Db['json']>[0]
