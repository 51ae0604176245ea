import { type County, makeCounty, type Size, settled, signedIn } from './county.ts'
import type { Made } from './place.ts'
import { type Server, startServer } from './server.ts'

/** A county with twenty readers signed in, and a server before it. */
export async function openedCounty(made: Made, size: Size): Promise<{ server: Server; county: County; cookies: readonly string[] }> {
  const county = await makeCounty(made, 'wexcombe', size)
  await settled(made)
  const cookies: string[] = []
  for (let number = 1; number <= 20; number++) cookies.push(await signedIn(made, county, `Reader ${number}`, 'reader'))
  return { server: await startServer(made.appUrl), county, cookies }
}
