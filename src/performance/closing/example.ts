/** An agreement of two organisations, for tests: the police lead burglary and the council contributes to it, the fire service leads fires. */
import type { FreshApp } from '../../../test/web/index.ts'
import { type AreaId, addArea, ensureOrganisations, type OrganisationId } from '../../partnership/index.ts'
import { addAgreement } from '../agreement/store.ts'
import type { AgreementId, IndicatorId } from '../indicator/indicator.ts'
import { addIndicators } from '../indicator/store.ts'
import { examplePeriod } from '../judgement/example.ts'
import { exampleMeasure, fivePerCent } from '../target/example.ts'
import type { Reporter } from './reporter.ts'
import { addLocking } from './store.ts'

export type Setting = {
  readonly agreementId: AgreementId
  readonly county: AreaId
  readonly district: AreaId
  readonly burglary: IndicatorId
  readonly fires: IndicatorId
  readonly police: OrganisationId
  readonly council: OrganisationId
  readonly fire: OrganisationId
}

/** Who reports for these organisations, and by no group, seat or name of their own. */
export const exampleReporter = (reportsFor: 'everybody' | readonly number[]): Reporter => ({
  reportsFor:
    reportsFor === 'everybody'
      ? reportsFor
      : { organisationIds: reportsFor as readonly OrganisationId[], groupIds: [], seatIds: [], personId: null },
})

export async function exampleSetting(app: FreshApp): Promise<Setting> {
  return app.visit('write', async db => {
    const county = await addArea(db, { code: null, name: 'Wexcombe', kind: 'county', parentId: null })
    const district = await addArea(db, { code: null, name: 'Arnemouth', kind: 'district', parentId: county })
    const bodies = await ensureOrganisations(db, ['Wexcombe Police', 'Wexcombe County Council', 'Wexcombe Fire and Rescue Service'])
    const [police, council, fire] = [...bodies.values()]
    const { kind: toleranceKind, amount: tolerance } = fivePerCent
    const agreementId = await addAgreement(db, { title: 'LAA', firstYear: 2008, lastYear: 2010, areaId: county, toleranceKind, tolerance })
    if (!police || !council || !fire) throw new Error('The organisations were not added')
    const { id: _, agreementId: __, ...measure } = exampleMeasure({ polarity: 'lower', valueType: 'number', decimals: 0 })
    const links = { outcomeIds: [], seriesNames: [] }
    const ids = await addIndicators(db, agreementId, [
      { ...measure, ...links, reference: 'NI 16', title: 'Burglaries', leadId: police, contributorIds: [council] },
      { ...measure, ...links, reference: 'NI 49', title: 'Fires', leadId: fire, contributorIds: [] },
    ])
    const [burglary, fires] = [ids.get('NI 16'), ids.get('NI 49')]
    if (!burglary || !fires) throw new Error('The indicators were not added')
    return { agreementId, county, district, burglary, fires, police, council, fire }
  })
}

/** A lock as it would lie there after Q4 2008-09 was closed. */
export async function exampleLock(app: FreshApp, { agreementId }: Setting, indicatorIds: readonly IndicatorId[]): Promise<void> {
  const lockedAt = Temporal.Instant.from('2009-05-06T09:00:00Z')
  const locking = { ...examplePeriod('2008-09-Q4'), agreementId, reason: '', lockedAt, lockedBy: null, lockedByName: 'Amina Siddiqui' }
  await app.visit('write', db => addLocking(db, locking, indicatorIds))
}
