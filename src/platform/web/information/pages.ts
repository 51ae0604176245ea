import { page, template } from '../answer.ts'
import type { Web } from '../register.ts'

/** Pages that anybody may read. */
export function informationRoutes(web: Pick<Web, 'public'>): void {
  web.public.get('/help', async () => page(template(import.meta.url, 'help.njk'), { title: 'Help' }))
  web.public.get('/accessibility', async () => page(template(import.meta.url, 'accessibility.njk'), { title: 'Accessibility statement' }))
}
