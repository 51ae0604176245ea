import { mayAdminister, type Web } from '../../web/index.ts'
import { type ProviderOptions, providerPages } from './pages.ts'
import { providerSignIn } from './sign-in-pages.ts'

export function providerRoutes(web: Web, options: ProviderOptions): void {
  const signIn = providerSignIn(options)
  web.public.get('/sign-in/organisation', signIn.askForOrganisation)
  web.public.post('/sign-in/organisation', signIn.goToOrganisation)
  web.public.get('/sign-in/callback/:key', signIn.comeBack)
  web.public.post('/invitation/:token/organisation', signIn.takeInvitationThere)
  web.signedIn.post('/account/organisations', signIn.connect)
  web.signedIn.post('/account/organisations/removal', signIn.disconnectFrom)

  const pages = providerPages(options)
  web.get('/providers', mayAdminister, pages.listProviders, 'platform')
  web.get('/providers/new', mayAdminister, pages.newProvider, 'platform')
  web.post('/providers/new', mayAdminister, pages.createProvider, 'platform')
  web.get('/providers/:provider', mayAdminister, pages.showProvider, 'platform')
  web.get('/providers/:provider/edit', mayAdminister, pages.editProvider, 'platform')
  web.post('/providers/:provider/edit', mayAdminister, pages.updateProvider, 'platform')
  web.post('/providers/:provider/trial', mayAdminister, pages.tryProvider, 'platform')
  web.post('/providers/:provider/use', mayAdminister, pages.switchProvider, 'platform')
  web.post('/providers/:provider/domains', mayAdminister, pages.nameDomain, 'platform')
  web.post('/providers/:provider/domains/:domain/check', mayAdminister, pages.checkDomain, 'platform')
  web.post('/providers/:provider/domains/:domain/removal', mayAdminister, pages.takeDomainAway, 'platform')
  web.get('/providers/:provider/removal', mayAdminister, pages.confirmProviderRemoval, 'platform')
  web.post('/providers/:provider/removal', mayAdminister, pages.takeProviderAway, 'platform')
}
