import type { Db } from '../../platform/db/index.ts'
import type { AgreementId } from '../indicator/indicator.ts'
import type { Band, SchemeName } from './scheme.ts'

export async function setScheme(
  db: Db,
  agreementId: AgreementId,
  name: SchemeName,
  own: Readonly<Partial<Record<Band, string>>>,
): Promise<void> {
  await db`update performance.agreement set scheme = ${name}, band_words = ${db.json({ ...own })} where id = ${agreementId}`
}
