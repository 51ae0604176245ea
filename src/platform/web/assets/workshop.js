// Points of a workshop are dragged under headings, or their heading is chosen: either is saved at once. Without script it is a form.
const form = document.querySelector('form[data-grouping]')
if (form instanceof HTMLFormElement) makeGrouping(form)

function makeGrouping(form) {
  const groups = document.querySelector('[data-groups]')
  const says = document.querySelector('[data-grouping-says]')
  let dragged = null

  groups.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) void save(target)
  })
  groups.addEventListener('dragstart', event => {
    dragged = event.target.closest?.('[data-point]') ?? null
    if (dragged !== null) event.dataTransfer.setData('text/plain', dragged.dataset.point)
  })
  groups.addEventListener('dragover', event => {
    if (dragged !== null && event.target.closest('[data-heading]') !== null) event.preventDefault()
  })
  groups.addEventListener('drop', event => {
    const section = event.target.closest('[data-heading]')
    const select = dragged?.querySelector('select')
    dragged = null
    if (section === null || !(select instanceof HTMLSelectElement)) return
    event.preventDefault()
    select.value = section.dataset.heading
    void save(select)
  })

  // What was chosen is sent with what was shown, so that two who group at once undo nothing of each other's.
  async function save(select) {
    const was = groups.querySelector(`input[name="${select.name.replace('heading', 'was')}"]`)
    const said = `${select.closest('[data-point]').querySelector('label').textContent.trim()}: ${select.selectedOptions[0].textContent.trim()}`
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams({ [select.name]: select.value, [was.name]: was.value }),
    }).catch(() => null)
    if (answer === null || !answer.ok) {
      says.textContent = 'That was not saved. Look whether you are connected, then save the grouping below'
      return
    }
    const now = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-groups]')
    if (now === null) return location.reload()
    const picked = [...document.querySelectorAll('input[name="point"]:checked')].map(({ id }) => id)
    groups.replaceChildren(...now.childNodes)
    for (const id of picked) document.getElementById(id)?.click()
    document.getElementById(select.id)?.focus()
    says.textContent = `Saved. ${said}`
  }
}
