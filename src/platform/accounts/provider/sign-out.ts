import { type Answer, page, template } from '../../web/index.ts'
import type { ProviderOptions } from './pages.ts'
import type { Connection } from './provider.ts'

/** What is shown to somebody who is signed out here, and perhaps not at the provider where they signed in: their mail may hang on that. */
export async function signedOutHere(
  { openId }: ProviderOptions,
  { connection, idToken }: { readonly connection: Connection; readonly idToken: string },
  backTo: string,
  now: Temporal.Instant,
): Promise<Answer> {
  const to = await openId.signOutAddress(connection, idToken, backTo, now)
  return page(template(import.meta.url, 'signed-out.njk'), { title: 'You are signed out of Goldthread', name: connection.name, to })
}
