// Attendance is saved a line at a time, as it is chosen. Without script it is a form.
const form = document.querySelector('form[data-attendance]')
if (form instanceof HTMLFormElement) takeAttendance(form)

function takeAttendance(form) {
  form.querySelector('[data-attendance-help]').hidden = false
  const waiting = new Map()
  let isSending = false
  let isLeaving = false

  const lineOf = target => target instanceof Element && target.closest('[data-line]')
  form.addEventListener('change', ({ target }) => {
    const line = lineOf(target)
    if (line) later(line.id, ['how', 'name', 'for', 'as', 'heading', 'came', 'left'].includes(target.name.split('-')[0]) ? 350 : 0)
    else if (target.name === 'chair') later('chair', 0)
  })

  // P present, A apologies, and so on: chosen while the line has the focus, and the next one has its turn.
  form.addEventListener('keydown', event => {
    const { target, key, ctrlKey, metaKey, altKey } = event
    const line = lineOf(target)
    if (!line || ctrlKey || metaKey || altKey || !(target instanceof HTMLInputElement) || target.type !== 'radio') return
    const way = line.querySelector(`input[data-key="${CSS.escape(key.toLowerCase())}"]`)
    if (way === null) return
    event.preventDefault()
    way.checked = true
    way.dispatchEvent(new Event('change', { bubbles: true }))
    if (way.value === 'somebody') return line.querySelector('.gt-line__somebody input').focus()
    const lines = [...form.querySelectorAll('[data-line]')]
    const next = lines[lines.indexOf(line) + 1]
    const to = next?.querySelector('input[type="radio"]:checked') ?? next?.querySelector('input[type="radio"]')
    if (to) to.focus()
    else form.elements['name-added'].focus()
  })

  function later(id, wait) {
    clearTimeout(waiting.get(id))
    say(id, 'Saving')
    waiting.set(
      id,
      setTimeout(() => void send(id), wait),
    )
  }

  // One after another: each answer is the page as it is after it.
  async function send(id) {
    if (isSending)
      return waiting.set(
        id,
        setTimeout(() => void send(id), 150),
      )
    isSending = true
    const sent = fieldsOf(id)
    const page = await fetch(form.action, { method: 'POST', body: sent, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
      .then(async answer => (answer.ok || answer.status === 422 ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null))
      .catch(() => null)
    isSending = false
    const isSame = String(fieldsOf(id)) === String(sent)
    if (page === null || page.querySelector('form[data-attendance]') === null) {
      say(id, 'Not saved yet: there is no connection, or you are signed out. It is tried again.')
      waiting.set(
        id,
        setTimeout(() => void send(id), 3_000),
      )
      return
    }
    if (isSame) waiting.delete(id)
    for (const part of ['tally', 'printed']) {
      const [shown, now] = [document.getElementById(part), page.getElementById(part)]
      if (shown && now) shown.replaceChildren(...now.childNodes)
    }
    showChair(page)
    // What others have saved meanwhile is shown as well, but for what waits to be saved here.
    for (const now of page.querySelectorAll('[data-line]')) {
      const shown = document.getElementById(now.id)
      if (shown && !waiting.has(now.id)) show(shown, now, now.id === id)
    }
  }

  function fieldsOf(id) {
    const parts =
      id === 'chair' ? form.querySelectorAll('[name="chair"], [name="was-chair"]') : document.getElementById(id).querySelectorAll('input')
    const fields = new URLSearchParams()
    for (const { name, value, type, checked } of parts) if ((type !== 'radio' && type !== 'checkbox') || checked) fields.append(name, value)
    return fields
  }

  function show(shown, now, isSaved) {
    const was = line => line.querySelector('input[name^="was-"]').value
    const isRefused = now.classList.contains('gt-line--refused') || now.querySelector('.govuk-error-message') !== null
    if (was(shown) === was(now) && !isRefused && !shown.querySelector('.govuk-error-message')) {
      if (isSaved) say(shown.id, '')
      return
    }
    const focused = shown.contains(document.activeElement) ? document.activeElement.id : ''
    const isOpen = shown.querySelector('details')?.open ?? false
    const line = document.importNode(now, true)
    if (isOpen && line.querySelector('details')) line.querySelector('details').open = true
    shown.replaceWith(line)
    if (focused) document.getElementById(focused)?.focus()
    if (isSaved) say(line.id, isRefused ? 'Not saved: see what is said above.' : 'Saved')
  }

  function showChair(page) {
    if (waiting.has('chair')) return
    const now = page.querySelector('[name="chair"]')
    const was = page.querySelector('[name="was-chair"]')
    if (!now || !was || document.activeElement === form.elements.chair) return
    form.elements.chair.replaceChildren(...now.childNodes)
    form.elements['was-chair'].value = was.value
  }

  function say(id, words) {
    const state = document.getElementById(id)?.querySelector('[data-line-state]')
    if (!state) return
    state.hidden = words === ''
    state.textContent = words
  }

  form.addEventListener('submit', () => {
    isLeaving = true
    for (const timer of waiting.values()) clearTimeout(timer)
  })
  addEventListener('pageshow', () => {
    isLeaving = false
  })
  addEventListener('beforeunload', event => {
    if (!isLeaving && waiting.size > 0) event.preventDefault()
  })
}
