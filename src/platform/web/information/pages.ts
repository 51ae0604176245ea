import { page, template } from '../answer.ts'
import { roleNames, roleSummaries } from '../may.ts'
import type { Web } from '../register.ts'
import { roles } from '../visit.ts'

/** Pages that anybody may read. `help` are templates in which modules say what is theirs to say. */
export function informationRoutes(web: Pick<Web, 'public'>, help: readonly string[]): void {
  web.public.get('/help', async () =>
    page(template(import.meta.url, 'help.njk'), {
      title: 'Help',
      parts: help,
      roles: roles.map(role => ({ name: roleNames[role], may: roleSummaries[role] })),
    }),
  )
  web.public.get('/accessibility', async () => page(template(import.meta.url, 'accessibility.njk'), { title: 'Accessibility statement' }))
}
