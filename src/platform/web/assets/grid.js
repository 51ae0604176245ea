// A grid of figures: cells are moved through and pasted into as in a spreadsheet. Without script it is a form.
for (const form of document.querySelectorAll('form[data-grid]')) makeGrid(form)

function makeGrid(form) {
  const says = form.querySelector('[data-grid-says]')
  form.querySelector('[data-grid-help]').hidden = false
  const seen = JSON.parse(form.elements.seen.value)
  const undo = []
  let isSaving = false

  const rowsOf = input => [...input.closest('table').querySelectorAll('tbody tr')].map(row => [...row.querySelectorAll('td input')])
  const placeOf = input => {
    const rows = rowsOf(input)
    const row = rows.findIndex(cells => cells.includes(input))
    return { rows, row, column: rows[row].indexOf(input) }
  }
  const isCell = target => target instanceof HTMLInputElement && target.closest('.gt-grid') !== null

  function change(input, value) {
    input.value = value
    mark(input)
  }
  function mark(input) {
    input.classList.toggle('gt-grid__changed', input.value.trim() !== seen[input.id])
  }
  for (const input of form.querySelectorAll('.gt-grid input')) mark(input)
  form.addEventListener('input', ({ target }) => {
    if (isCell(target)) mark(target)
  })

  function move(from, down, right) {
    const { rows, row, column } = placeOf(from)
    const to = rows[row + down]?.[column + right]
    if (to === undefined) return false
    to.focus()
    to.select()
    return true
  }

  form.addEventListener('keydown', event => {
    const { target, key, ctrlKey, metaKey, shiftKey, altKey, isComposing } = event
    if (!isCell(target) || altKey || isComposing) return
    if ((ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'z' && undo.at(-1)?.(target)) {
      undo.pop()
      return event.preventDefault()
    }
    if (ctrlKey || metaKey) return
    const whole = target.selectionStart === 0 && target.selectionEnd === target.value.length
    const atStart = whole || (target.selectionStart === 0 && target.selectionEnd === 0)
    const atEnd = whole || (target.selectionStart === target.value.length && target.selectionEnd === target.value.length)
    const steps = {
      Enter: [shiftKey ? -1 : 1, 0],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ...(atStart && !shiftKey && { ArrowLeft: [0, -1] }),
      ...(atEnd && !shiftKey && { ArrowRight: [0, 1] }),
    }
    const step = steps[key]
    if (step === undefined) return
    // Enter saves a form; in a grid it goes to the cell below, as people are used to, and saves nothing at the last.
    if (move(target, ...step) || key === 'Enter') event.preventDefault()
  })

  form.addEventListener('paste', event => {
    const { target } = event
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!isCell(target)) return
    const block = cellsOf(text)
    if (block.length === 1 && block[0].length === 1) return
    event.preventDefault()
    const { rows, row, column } = placeOf(target)
    const before = []
    let left = 0
    block.forEach((values, down) => {
      values.forEach((value, right) => {
        const input = rows[row + down]?.[column + right]
        if (input === undefined) left += value === '' ? 0 : 1
        else {
          before.push([input, input.value])
          change(input, value)
        }
      })
    })
    const pasted = before.map(([input]) => [input, input.value])
    // Only as long as nothing of it was typed over: what was typed since is the browser's to undo.
    undo.push(at => {
      if (!pasted.some(([input]) => input === at) || pasted.some(([input, value]) => input.value !== value)) return false
      for (const [input, value] of before) change(input, value)
      says.textContent = 'The paste is undone.'
      return true
    })
    const cells = `${before.length} ${before.length === 1 ? 'cell is' : 'cells are'} filled.`
    says.textContent = left === 0 ? cells : `${cells} ${left} had no room and ${left === 1 ? 'was' : 'were'} left out.`
  })

  form.addEventListener('submit', () => {
    isSaving = true
  })
  addEventListener('pageshow', () => {
    isSaving = false
  })
  addEventListener('beforeunload', event => {
    if (!isSaving && form.querySelector('.gt-grid__changed') !== null) event.preventDefault()
  })
}

// Tabs between cells, lines between rows; a cell that has either is in quotation marks, and those in it are doubled.
function cellsOf(text) {
  const rows = [[]]
  let cell = ''
  let isQuoted = false
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at]
    if (isQuoted && sign === '"' && plain[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (!isQuoted && (sign === '\t' || sign === '\n')) {
      rows.at(-1).push(cell.trim())
      cell = ''
      if (sign === '\n') rows.push([])
    } else cell += sign === '\n' ? ' ' : sign
  }
  rows.at(-1).push(cell.trim())
  return rows
}
