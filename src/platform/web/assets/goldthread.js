// Only what is more convenient with script: everything works without. Only the components that are on our pages are set going.
import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
} from './govuk-frontend.min.js'

createAll(Button, { preventDoubleClick: true })
for (const component of [CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, ServiceNavigation])
  createAll(component)

// Long work: what is said of it is looked up again in place, until the page is another one. Without script the page loads again by itself.
for (const shown of document.querySelectorAll('[data-looks-again]')) void lookAgain(shown)

async function lookAgain(shown) {
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, 2_000))
    const answer = await fetch(location.href).catch(() => null)
    if (answer === null) continue
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const now = page.querySelector('[data-looks-again]')
    if (now === null) return location.reload()
    shown.replaceChildren(...now.childNodes)
  }
}
