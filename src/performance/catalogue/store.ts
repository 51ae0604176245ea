import { decimal } from '../../kernel/decimal.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AgreementId } from '../indicator/indicator.ts'
import { addIndicators } from '../indicator/store.ts'
import type { Added, Catalogue, CatalogueEntry, CatalogueId } from './catalogue.ts'

export type OwnCatalogue = Catalogue & { readonly key: CatalogueId }
export type CatalogueLine = Omit<Catalogue, 'entries'> & { readonly key: CatalogueId; readonly count: number; readonly madeByName: string }

export async function catalogues(db: Db): Promise<CatalogueLine[]> {
  return db<CatalogueLine[]>`
    select c.id as key, c.title, c.source, c.made_by_name, (select count(*) from performance.catalogue_entry e where e.catalogue_id = c.id) as count
      from performance.catalogue c
     order by lower(c.title), c.id`
}

export async function catalogue(db: Db, catalogueId: CatalogueId): Promise<OwnCatalogue | null> {
  const [[row], entries] = await Promise.all([
    db<Omit<OwnCatalogue, 'entries'>[]>`select id as key, title, source from performance.catalogue where id = ${catalogueId}`,
    db<Omit<CatalogueEntry, 'seenIn' | 'isUnverified'>[]>`
      select number, reference, title, fields from performance.catalogue_entry where catalogue_id = ${catalogueId} order by number`,
  ])
  return row === undefined ? null : { ...row, entries: entries.map(entry => ({ ...entry, seenIn: '', isUnverified: false })) }
}

type NewCatalogue = Pick<Catalogue, 'title' | 'source' | 'entries'> & { readonly madeByName: string }

export async function addCatalogue(db: Db, { title, source, entries, madeByName }: NewCatalogue): Promise<CatalogueId> {
  const [row] = await db<{ id: CatalogueId }[]>`
    insert into performance.catalogue (title, source, made_by_name) values (${title}, ${source}, ${madeByName}) returning id`
  if (!row) throw new Error('A catalogue was not added')
  await db`
    insert into performance.catalogue_entry (catalogue_id, number, reference, title, fields)
    select ${row.id}, number, reference, title, fields
      from jsonb_to_recordset(${db.json(entries.map(entry => ({ ...entry })))}) as entry (number int, reference text, title text, fields jsonb)`
  return row.id
}

export async function removeCatalogue(db: Db, catalogueId: CatalogueId): Promise<void> {
  await db`delete from performance.catalogue where id = ${catalogueId}`
}

/** Copies what was chosen into an agreement. */
export async function addChosen(db: Db, agreementId: AgreementId, added: readonly Added[]): Promise<void> {
  await addIndicators(
    db,
    agreementId,
    added.map(({ tolerance, ...each }) => ({
      ...each,
      tolerance: tolerance === null ? null : decimal(tolerance),
      leadId: null,
      contributorIds: [],
      seriesNames: [],
      deferredReason: null,
      deferredOwner: null,
      deferredReviewOn: null,
      closedOn: null,
      closedReason: null,
    })),
  )
}
