/** Something of a form that can be filled in: what it shows, if anything, and what else could be chosen, or has to be where nothing is. */
export type Control = {
  readonly name: string
  readonly shown: string | null
  readonly choices: readonly string[]
  readonly wantsChoice: boolean
}

/** The controls of the forms on a page that are sent to this address; a form without one is sent to the page itself. */
export function controlsIn(html: string, address: string, isOwnPage: boolean): Control[] {
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].filter(([, head = '']) => {
    const action = attribute(head, 'action')
    return /method="post"/i.test(head) && (action === null ? isOwnPage : new URL(action, 'http://here').pathname === address)
  })
  const found = new Map<string, { shown: string | null; choices: string[]; hasRadios: boolean; isSelect: boolean }>()
  for (const [, , body = ''] of forms) {
    for (const [, tag, head = ''] of body.matchAll(/<(input|textarea|select|button)\b([^>]*)>/g)) {
      const name = attribute(head, 'name')
      if (name === null) continue
      const control = found.get(name) ?? { shown: null, choices: [], hasRadios: false, isSelect: tag === 'select' }
      found.set(name, control)
      const value = attribute(head, 'value')
      const type = attribute(head, 'type') ?? ''
      const isChoice = type === 'radio' || type === 'checkbox'
      control.hasRadios ||= type === 'radio'
      if (value !== null) control.choices.push(value)
      if (!isChoice || /\schecked(\s|=|$)/.test(head)) control.shown = value ?? (tag === 'textarea' ? 'A few words' : '')
    }
    for (const [, head = '', options = ''] of body.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
      const control = found.get(attribute(head, 'name') ?? '')
      if (control === undefined) continue
      const all = [...options.matchAll(/<option\b([^>]*)>/gs)].map(([, option = '']) => option)
      control.choices.push(...all.map(option => attribute(option, 'value') ?? ''))
      control.shown = attribute(all.find(option => /\sselected(\s|=|$)/.test(option)) ?? all[0] ?? '', 'value') ?? ''
    }
  }
  return [...found].map(([name, { shown, choices, hasRadios, isSelect }]) => {
    const wantsChoice = (hasRadios && shown === null) || (isSelect && shown === '' && choices.length > 1)
    return { name, shown, choices, wantsChoice }
  })
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
