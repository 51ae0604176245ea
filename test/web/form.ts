/** A form as a browser would send it when nothing was touched: what a person who agrees with what is shown would send. */
export type ShownForm = { readonly action: string | null; readonly fields: Record<string, string[]> }

/** The form of a page whose action ends so; without one, the form that is sent to the page itself. */
export function formIn(html: string, actionEnd?: string): ShownForm {
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', body = '']) => ({
    action: attribute(head, 'action'),
    head,
    body,
  }))
  const form = forms.find(({ action, head }) =>
    actionEnd === undefined ? action === null && /post/i.test(head) : (action?.endsWith(actionEnd) ?? false),
  )
  if (form === undefined) throw new Error(`There is no form${actionEnd === undefined ? '' : ` for ${actionEnd}`}`)
  return { action: form.action, fields: fieldsIn(form.body) }
}

function fieldsIn(body: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [, head = ''] of body.matchAll(/<input\b([^>]*)>/gs)) {
    const [name, type] = [attribute(head, 'name'), attribute(head, 'type') ?? 'text']
    if (name === null || type === 'file' || ((type === 'checkbox' || type === 'radio') && !/\schecked(\s|=|$)/.test(head))) continue
    add(name, attribute(head, 'value') ?? 'on')
  }
  for (const [, head = '', options = ''] of body.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
    const all = [...options.matchAll(/<option\b([^>]*)>/gs)].map(([, option = '']) => option)
    const chosen = all.find(option => /\sselected(\s|=|$)/.test(option)) ?? all[0]
    const name = attribute(head, 'name')
    if (name !== null && chosen !== undefined) add(name, attribute(chosen, 'value') ?? '')
  }
  for (const [, head = '', content = ''] of body.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs))
    add(attribute(head, 'name') ?? '', plain(content))
  return fields
}

function attribute(head: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(` ${head}`)
  return found ? plain(found[1] ?? '') : null
}

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
