import type { Day } from '../../../kernel/day.ts'
import { momentLabel } from '../../../kernel/moment.ts'
import type { Problem } from '../../../kernel/ruling.ts'
import type { Db } from '../../db/index.ts'
import {
  type Answer,
  editionOf,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  type Share,
  template,
  text,
  type Visit,
} from '../../web/index.ts'
import { codeLasts, type District, join, mayMakeCode, mostDistricts, shareHints, shareNames } from './district.ts'
import { readCode, readShares } from './form.ts'
import {
  addDistrict,
  countyOfCode,
  districtsOf,
  lockTies,
  lookInto,
  makeCode,
  removeDistrict,
  setShares,
  sharesOf,
  tiesOf,
  useCode,
} from './store.ts'

/** How the scorecard of the partnership of a visit stands: the performance module says it. */
export type InShort = (
  db: Db,
  today: Day,
) => Promise<{
  readonly agreement: string
  readonly judged: number
  readonly of: number
  readonly bands: readonly { readonly name: string; readonly words: string; readonly count: number }[]
} | null>

export function districtPages(inShort: InShort) {
  /** One short visit to each partnership that shares its scorecard, at most fifteen, and to one's own. */
  const listDistricts: Handler = async visit => listPage(visit)

  async function listPage({ db, partnership, today }: Visit, problems: readonly Problem[] = []): Promise<Answer> {
    const ties = await tiesOf(db, partnership.id)
    const districts = await districtsOf(db, partnership.id)
    if (problems.length === 0) await db`set transaction read only`
    const sharing = districts.filter(seesScorecard).slice(0, mostDistricts)
    const rows: Row[] = []
    for (const each of sharing.length === 0 ? [] : [partnership, ...sharing])
      rows.push({ ...nameOf(each, 'scorecard'), stands: await lookInto(db, each, visit => inShort(visit, today)) })
    const view = {
      title: 'District partnerships',
      county: ties.county?.name ?? null,
      canMakeCode: mayMakeCode(ties).accepted,
      districts: districts.map(district => ({
        ...nameOf(district, district.shares[0] ?? null),
        shares: district.shares.map(share => ({ text: shareNames[share], href: `/${district.slug}/${share}` })),
      })),
      rows,
    }
    return page(template(import.meta.url, 'list.njk'), view, problems)
  }

  const createCode: Handler = async visit => {
    const { db, partnership, now } = visit
    await lockTies(db)
    const may = mayMakeCode(await tiesOf(db, partnership.id))
    if (!may.accepted) return listPage(visit, may.problems)
    const code = await makeCode(db, partnership.id, now)
    return page(template(import.meta.url, 'code.njk'), {
      title: 'A code for a district partnership',
      code,
      until: momentLabel(now.add(codeLasts)),
      breadcrumbs: [{ text: 'District partnerships', href: 'districts' }],
    })
  }

  return { listDistricts, createCode, showSharing, changeSharing, joinCounty, confirmLeaving, leaveCounty }
}

type Row = ReturnType<typeof nameOf> & { readonly stands: Awaited<ReturnType<InShort>> }

const seesScorecard = ({ shares }: District): boolean => shares.includes('scorecard')

const nameOf = ({ slug, name }: Pick<District, 'slug' | 'name'>, share: Share | null) => ({ name, href: share && `/${slug}/${share}` })

const showSharing: Handler = async visit => sharingPage(visit, await sharesOf(visit.db, visit.partnership.id))

const changeSharing: Handler = async visit => {
  const { db, partnership, body } = visit
  await lockTies(db)
  found((await tiesOf(db, partnership.id)).county)
  const wanted = readShares(body)
  const now = await sharesOf(db, partnership.id)
  const meanwhile = overtaken(text(body, 'edition'), { shares: wanted }, shownOf(now), { shares: ['What is shared', inWords(now)] })
  if (meanwhile.length > 0) return sharingPage(visit, wanted, meanwhile)
  await setShares(db, partnership.id, wanted)
  return redirect('sharing', wanted.length === 0 ? 'Nothing is shared' : `Shared: ${inWords(wanted)}`)
}

const joinCounty: Handler = async visit => {
  const { db, partnership, body, now } = visit
  const typed = readCode(body)
  if (!typed.accepted) return sharingPage(visit, await sharesOf(db, partnership.id), typed.problems)
  await lockTies(db)
  const asked = await countyOfCode(db, typed.value, now)
  const county = asked && { ...asked, ...(await tiesOf(db, asked.id)) }
  const ruling = join({ ...partnership, ...(await tiesOf(db, partnership.id)) }, county)
  if (!ruling.accepted) return sharingPage(visit, await sharesOf(db, partnership.id), ruling.problems)
  await useCode(db, typed.value)
  await addDistrict(db, partnership.id, ruling.value)
  const { county: joined } = await tiesOf(db, partnership.id)
  return redirect('sharing', `${partnership.name} is under ${joined?.name} now. Nothing is shared until you choose what`)
}

const confirmLeaving: Handler = async ({ db, partnership }) => {
  const county = found((await tiesOf(db, partnership.id)).county)
  return page(template(import.meta.url, 'leaving.njk'), {
    title: `Leave ${county.name}`,
    county: county.name,
    breadcrumbs: [{ text: 'Sharing', href: 'sharing' }],
  })
}

const leaveCounty: Handler = async ({ db, partnership }) => {
  await lockTies(db)
  const county = found((await tiesOf(db, partnership.id)).county)
  await removeDistrict(db, partnership.id)
  return redirect('sharing', `${partnership.name} is no longer under ${county.name}, which sees nothing of it from now on`)
}

const shownOf = (chosen: readonly Share[]) => ({ shares: chosen })
const inWords = (chosen: readonly Share[]): string => chosen.map(share => shareNames[share].toLowerCase()).join(', ')

async function sharingPage({ db, partnership, body }: Visit, chosen: readonly Share[], problems: readonly Problem[] = []): Promise<Answer> {
  const { county, districts } = await tiesOf(db, partnership.id)
  const view = {
    title: 'Sharing',
    county: county?.name ?? null,
    hasDistricts: districts > 0,
    code: text(body, 'code'),
    edition: editionOf(shownOf(await sharesOf(db, partnership.id))),
    shares: Object.entries(shareNames).map(([value, text]) => ({
      value,
      text,
      hint: { text: shareHints[value as Share] },
      checked: chosen.includes(value as Share),
    })),
    breadcrumbs: [{ text: 'District partnerships', href: 'districts' }],
  }
  return page(template(import.meta.url, 'sharing.njk'), view, problems)
}
