// A field that looks for rows narrows them as one types; sent with its form it does the same without script, and keeps it in the address.
for (const field of document.querySelectorAll('[data-finds-rows]')) findRows(field)

function findRows(field) {
  const rows = [...document.querySelectorAll('.gt-score__table tbody tr:not(.gt-score__outcome)')]
  const said = new Map(rows.map(row => [row, wordsOf(row)]))
  const told = document.createElement('p')
  told.className = 'govuk-body-s gt-score__found'
  told.setAttribute('role', 'status')
  field.after(told)
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean)
    for (const row of rows) row.hidden = !words.every(word => said.get(row).includes(word))
    for (const group of document.querySelectorAll('.gt-score__table tbody')) group.hidden = !shows(group)
    for (const section of document.querySelectorAll('.gt-score__section')) section.hidden = !shows(section)
    const left = new Set(rows.filter(row => !row.hidden).map(row => row.querySelector('th a')?.getAttribute('href'))).size
    told.textContent = words.length === 0 ? '' : `${left} found`
  })
}

function wordsOf(row) {
  const lead = row.querySelector('[data-label="Lead"]')?.textContent ?? ''
  return `${row.querySelector('th')?.textContent ?? ''} ${lead}`.toLowerCase()
}

const shows = part =>
  part.querySelector('tbody tr:not(.gt-score__outcome):not([hidden]), :scope > tr:not(.gt-score__outcome):not([hidden])') !== null

// Laid out for paper: whoever asked for that wants to print it.
if (document.querySelector('[data-prints]') !== null) window.print()
