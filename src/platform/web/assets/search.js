// What is found is shown as one types; sent with its form it is the same page without script.
for (const form of document.querySelectorAll('[data-finds-texts]')) findTexts(form)

function findTexts(form) {
  const field = form.querySelector('[name="q"]')
  let waiting = 0
  let asking = new AbortController()
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void find(), 150)
  })

  async function find() {
    asking.abort()
    asking = new AbortController()
    const asked = new URLSearchParams(new FormData(form))
    const address = `${form.getAttribute('action')}?${asked}`
    asked.set('typing', '1')
    try {
      const answer = await fetch(`${form.getAttribute('action')}?${asked}`, { signal: asking.signal })
      if (!answer.ok || answer.redirected) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const now = page.querySelector('[data-found]')
      if (now === null) return
      document.querySelector('[data-found]').replaceWith(now)
      const told = now.querySelector('[data-found-count]')?.textContent ?? ''
      document.querySelector('[data-told]').textContent = told
      history.replaceState(null, '', address)
    } catch {
      // Another letter came, or the connection went: the button still sends the form.
    }
  }
}
