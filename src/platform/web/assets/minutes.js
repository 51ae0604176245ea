// Minutes as they are written: each piece saves itself while its writer pauses, waits in this browser while there is no connection, and shows what others write.
// Without script the page is a form for each item.
const room = document.querySelector('[data-room]')
if (room !== null) openRoom(room)

function openRoom(room) {
  const address = room.dataset.room
  // Of one person and one meeting: nobody else's words are sent from here.
  const shelf = `goldthread minutes ${address} ${room.dataset.who} `
  const [bar, says, undoButton] = ['[data-bar]', '[data-status]', '[data-undo]'].map(each => room.querySelector(each))
  const patterns = new Map([...room.querySelector('[data-patterns]').content.children].map(each => [each.dataset.kind, each]))
  /** What is not saved yet, by the key of its piece. */
  const waiting = new Map()
  const removed = []
  let [change, isSending, sendsAgain, timer, retries, savedAt, trouble] = [Number(room.dataset.change), false, false, 0, 0, '', null]
  /** The piece that is under way to the server, and what was asked of it since it went. */
  let underWay = { key: '', more: {} }

  /** An item for somebody with script: an empty piece that is ready, and buttons for further ones. */
  function furnish(section) {
    section.querySelector('[data-save]').hidden = true
    const list = listOf(section)
    for (const piece of list.querySelectorAll('[data-new]')) piece.remove()
    for (const piece of piecesIn(list)) adopt(piece)
    if (piecesIn(list).length === 0) list.append(newPiece(section, list.dataset.usual))
    const more = document.createElement('p')
    more.className = 'gt-actions'
    for (const [kind, text] of [
      ['discussion', 'Add discussion'],
      ['action', 'Add an action'],
      ['decision', 'Add a decision'],
    ]) {
      const button = document.createElement('button')
      Object.assign(button, { type: 'button', className: 'govuk-button govuk-button--secondary gt-button--small', textContent: text })
      button.dataset.add = kind
      more.append(button)
    }
    section.querySelector('form').append(more)
  }

  const listOf = section => section.querySelector('[data-pieces]')
  const sectionOf = element => element.closest('[data-item]')
  const piecesIn = list => [...list.querySelectorAll(':scope > [data-piece]')]
  const allPieces = () => [...room.querySelectorAll('section [data-piece]')]
  const byKey = key => room.querySelector(`section [data-piece="${key}"]`)
  const field = (piece, name) => piece.querySelector(`[name="${name}-${piece.dataset.piece}"]`)
  const fields = piece =>
    [...piece.querySelectorAll('input, select, textarea')].filter(
      each => each.name.endsWith(`-${piece.dataset.piece}`) && !each.name.startsWith('seen-'),
    )
  const nameOf = each => each.name.split('-', 1)[0]
  const wordsOf = piece => field(piece, 'text')

  function newKey() {
    if (crypto.randomUUID) return crypto.randomUUID()
    const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte, at) =>
      (at === 6 ? (byte & 15) | 64 : at === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'),
    )
    return [
      [0, 4],
      [4, 6],
      [6, 8],
      [8, 10],
      [10, 16],
    ]
      .map(([from, to]) => hex.slice(from, to).join(''))
      .join('-')
  }

  function newPiece(section, kind, key = newKey()) {
    const piece = patterns.get(kind).cloneNode(true)
    const title = section.querySelector('h2').firstChild.textContent.trim()
    for (const element of [piece, ...piece.querySelectorAll('*')])
      for (const { name, value } of [...element.attributes])
        if (value.includes('KEY') || value.includes('ITEM'))
          element.setAttribute(name, value.replaceAll('KEY', key).replaceAll('ITEM', title))
    adopt(piece)
    return piece
  }

  function adopt(piece) {
    piece.seen = JSON.parse(field(piece, 'seen').value || '[]')
    grow(wordsOf(piece))
  }

  /** As the server keeps it, so that both can say whether somebody else has changed it. */
  function contentOf(piece) {
    const typed = { ...piece.seen[0]?.typed }
    const chosen = { ...typed.chosen }
    for (const each of fields(piece)) {
      const name = nameOf(each)
      if (name === 'chosen') {
        const [word, code] = each.value.split('=')
        if (code) chosen[word] = code
        else delete chosen[word]
      } else if (!['kind', 'text', 'withheld'].includes(name)) typed[name] = each.value.trim()
    }
    for (const [name, value] of Object.entries(typed)) if (value === '') delete typed[name]
    delete typed.chosen
    if (Object.keys(chosen).length > 0) typed.chosen = chosen
    return { kind: field(piece, 'kind').value, text: wordsOf(piece).value, isWithheld: field(piece, 'withheld').checked, typed }
  }
  const inWords = ({ kind, text, isWithheld, typed }) =>
    JSON.stringify([
      kind,
      text,
      isWithheld,
      Object.entries(typed)
        .filter(
          ([name, value]) =>
            !(value === 'agreed' && name === 'outcome') &&
            !(value === 'consensus' && name === 'manner') &&
            !(value === 'yes' && name === 'agreed'),
        )
        .map(([name, value]) => [name, JSON.stringify(value)])
        .sort(),
    ])
  const nothing = { kind: 'discussion', text: '', isWithheld: false, typed: {} }
  const isEmpty = piece =>
    wordsOf(piece).value.trim() === '' &&
    fields(piece).every(each => each.tagName !== 'INPUT' || each.type === 'checkbox' || each.value.trim() === '')
  const isDirty = piece => (piece.seen.length === 0 ? !isEmpty(piece) : inWords(contentOf(piece)) !== inWords(piece.seen[0]))

  // What waits.

  /** `more`: that its writer has gone on, where it was moved to, that its action is to go. */
  function wait(piece, more = {}) {
    const key = piece.dataset.piece
    const before = waiting.get(key)
    const after = piece.previousElementSibling?.dataset.piece ?? ''
    const isNew = piece.seen.length === 0
    if (underWay.key === key) Object.assign(underWay.more, more)
    keep(key, {
      ...before,
      ...(isNew && { after }),
      ...(before?.isRemoved && { isRemoved: false }),
      ...more,
      item: sectionOf(piece).dataset.item,
      content: contentOf(piece),
      seen: before?.seen ?? piece.seen,
    })
    show()
  }
  function keep(key, entry) {
    waiting.set(key, entry)
    try {
      localStorage.setItem(shelf + key, JSON.stringify(entry))
    } catch {
      trouble = 'this browser keeps nothing'
    }
  }
  function settle(key) {
    waiting.delete(key)
    localStorage.removeItem(shelf + key)
  }

  /** What was written before the page was closed or loaded again. */
  function takeFromShelf() {
    const keys = Object.keys(localStorage).filter(each => each.startsWith(shelf))
    for (const name of keys) {
      const key = name.slice(shelf.length)
      const entry = JSON.parse(localStorage.getItem(name))
      waiting.set(key, entry)
      const there = byKey(key)
      if (entry.isRemoved) there?.remove()
      else {
        const section = room.querySelector(`[data-item="${entry.item}"]`) ?? room.querySelector('[data-item]')
        const piece = there ?? newPiece(section, entry.content.kind, key)
        if (there === null) place(section, piece, entry.after)
        piece.seen = entry.seen
        fill(piece, entry.content)
      }
    }
  }

  function place(section, piece, after) {
    const list = listOf(section)
    const before = after ? byKey(after) : null
    if (before !== null && before.parentElement === list) before.after(piece)
    else if (after === '') list.prepend(piece)
    else list.append(piece)
  }

  function soon(milliseconds) {
    clearTimeout(timer)
    timer = setTimeout(sendAll, milliseconds)
  }

  async function sendAll() {
    if (isSending) {
      sendsAgain = true
      return
    }
    isSending = true
    clearTimeout(timer)
    const order = new Map(allPieces().map((piece, at) => [piece.dataset.piece, at]))
    const keys = [...waiting.keys()].sort((one, other) => (order.get(one) ?? -1) - (order.get(other) ?? -1))
    let isThere = true
    for (const key of keys) {
      const entry = waiting.get(key)
      if (entry === undefined || entry.isRefused) continue
      isThere = await (entry.isRemoved ? sendRemoval(key, entry) : sendPiece(key, entry))
      if (!isThere) break
    }
    isSending = false
    show()
    if (!isThere) return soon(Math.min(15_000, 2_000 * 2 ** Math.min(retries++, 3)))
    retries = 0
    if (sendsAgain) {
      sendsAgain = false
      soon(50)
    }
  }

  /** An answer, or null where nothing came that is one: then everything waits on. */
  async function ask(path, body) {
    try {
      const answer = await fetch(`${address}/${path}`, body && { method: 'POST', body: new URLSearchParams(body) })
      if (answer.headers.get('content-type')?.startsWith('application/json')) {
        trouble = null
        return await answer.json()
      }
      trouble =
        answer.redirected || answer.status === 401
          ? 'you are signed out. Sign in again in another tab'
          : answer.status === 403 || answer.status === 404
            ? 'you may not write these minutes any more'
            : 'the server does not answer'
    } catch {
      trouble = 'no connection'
    }
    return null
  }

  async function sendPiece(key, entry) {
    const { content, item, after, settles, drops, action } = entry
    const body = { key, item, [`seen-${key}`]: JSON.stringify(entry.seen), [`kind-${key}`]: content.kind, [`text-${key}`]: content.text }
    if (content.isWithheld) body[`withheld-${key}`] = 'yes'
    const known = new Set([...Object.keys(content.typed), ...entry.seen.flatMap(each => Object.keys(each.typed))])
    for (const name of known) if (name !== 'chosen') body[`${name}-${key}`] = content.typed[name] ?? ''
    const parameters = new URLSearchParams(body)
    for (const [word, code] of Object.entries(content.typed.chosen ?? {})) parameters.append(`chosen-${key}`, `${word}=${code}`)
    if (after !== undefined) parameters.append('after', after)
    for (const [name, value] of Object.entries({ settles, drops })) if (value) parameters.append(name, 'yes')
    if (action) parameters.append('action', action)
    // It may arrive without our hearing of it: then it is our own when it is found there.
    keep(key, { ...entry, seen: entry.seen.length > 0 ? [entry.seen[0], ...entry.seen.slice(1).slice(-4), content] : [nothing, content] })

    underWay = { key, more: {} }
    const answer = await ask('pieces', parameters)
    const { more } = underWay
    underWay = { key: '', more: {} }
    if (answer === null) return false
    const piece = byKey(key)
    if (!answer.ok) {
      refuse(key, piece, answer)
      return answer.why !== 'approved'
    }
    savedAt = answer.at
    if (answer.change === change + 1) change = answer.change
    const now = waiting.get(key)
    if (now?.isRemoved) return true
    if (piece === null || answer.piece === null) {
      settle(key)
      return true
    }
    const isLater = inWords(contentOf(piece)) !== inWords(content)
    showAnswer(piece, answer.piece, isLater ? content : null)
    if (answer.how === 'both') tell(piece, 'Somebody changed the same words: both versions are kept here')
    if (!isLater && Object.keys(more).length === 0) settle(key)
    else {
      const { after: _, settles: __, drops: ___, action: ____, ...rest } = now
      keep(key, { ...rest, ...more, content: contentOf(piece), seen: piece.seen })
      sendsAgain = true
    }
    return true
  }

  async function sendRemoval(key, entry) {
    const answer = await ask(`pieces/${key}/removal`, { as: 'data', [`seen-${key}`]: JSON.stringify(entry.seen) })
    if (answer === null) return false
    if (answer.ok) {
      savedAt = answer.at
      if (waiting.get(key)?.isRemoved) settle(key)
      return true
    }
    if (answer.why === 'changed') {
      settle(key)
      const section = room.querySelector(`[data-item="${answer.piece.item}"]`)
      const piece = newPiece(section, answer.piece.kind, key)
      place(section, piece, entry.after)
      showAnswer(piece, answer.piece, null)
      tell(piece, answer.text)
      return true
    }
    refuse(key, null, answer)
    return false
  }

  function refuse(key, piece, { text, why }) {
    keep(key, { ...waiting.get(key), isRefused: why !== 'approved' })
    if (why === 'approved' || piece === null) trouble = text
    else tell(piece, text)
  }

  // What is shown.

  /** The one line that says how things stand; nobody is told of every saving. */
  function show() {
    const count = [...waiting.values()].length
    const changes = `${count} ${count === 1 ? 'change waits' : 'changes wait'} here`
    const words =
      count > 0 && trouble !== null
        ? `Not saved: ${trouble}, ${changes}`
        : count > 0
          ? 'Saving …'
          : savedAt === ''
            ? 'All is saved'
            : `Saved ${savedAt}`
    bar.classList.toggle('gt-room__bar--waits', count > 0 && trouble !== null)
    if (words !== 'Saving …' && says.textContent !== words) says.textContent = words
    undoButton.hidden = removed.length === 0
  }

  function tell(piece, text) {
    let line = piece.querySelector('[data-told]')
    if (line === null) {
      line = document.createElement('p')
      line.className = 'govuk-error-message'
      line.dataset.told = ''
      line.setAttribute('role', 'status')
      wordsOf(piece).before(line)
    }
    line.textContent = text
  }

  function fill(piece, { kind, text, isWithheld, typed }) {
    setKind(piece, kind)
    setWords(piece, text)
    field(piece, 'withheld').checked = isWithheld
    for (const each of fields(piece)) {
      const name = nameOf(each)
      if (!['kind', 'text', 'withheld', 'chosen'].includes(name)) setValue(each, typed[name] ?? '')
    }
  }
  function setValue(input, value) {
    if (input.tagName === 'SELECT') input.value = [...input.options].some(option => option.value === value) ? value : input.options[0].value
    else if (input.value !== value) input.value = value
  }
  function setWords(piece, text) {
    const words = wordsOf(piece)
    if (words.value === text) return
    const [start, end] = [words.selectionStart, words.selectionEnd]
    words.value = text
    if (words === document.activeElement) words.setSelectionRange(start, end)
    grow(words)
  }

  /** The fields of its kind, with what was typed in those of the same name. */
  function setKind(piece, kind) {
    field(piece, 'kind').value = kind
    if (piece.dataset.kind === kind) return
    const typed = contentOf(piece).typed
    const pattern = newPiece(sectionOf(piece) ?? room.querySelector('[data-item]'), kind, piece.dataset.piece)
    piece.className = pattern.className
    piece.dataset.kind = kind
    piece.querySelector('[data-fields]').replaceWith(pattern.querySelector('[data-fields]'))
    piece.querySelector('[data-asks]').replaceChildren()
    for (const each of fields(piece))
      if (typed[nameOf(each)] !== undefined && !['kind', 'text', 'withheld'].includes(nameOf(each))) setValue(each, typed[nameOf(each)])
  }

  /** What the server made of a piece. What was typed on since it was sent stays, and is sent again. */
  function showAnswer(piece, now, sent) {
    const kept = JSON.parse(now.seen)[0]
    const local = contentOf(piece)
    const isOurs = name => sent === null || (local.typed[name] ?? '') === (sent.typed[name] ?? '')
    piece.removeAttribute('data-new')
    piece.querySelector('[data-told]')?.remove()
    const words = sent === null || local.text === sent.text ? kept.text : local.text
    const kind = sent === null || local.kind === sent.kind ? kept.kind : local.kind
    const mixed = {
      ...kept,
      kind,
      text: words,
      isWithheld: sent === null || local.isWithheld === sent.isWithheld ? kept.isWithheld : local.isWithheld,
    }
    mixed.typed = Object.fromEntries(
      Object.entries({ ...local.typed, ...kept.typed })
        .map(([name]) => [name, isOurs(name) ? kept.typed[name] : local.typed[name]])
        .filter(([, value]) => value !== undefined),
    )
    piece.seen = sent !== null && local.text !== sent.text && kept.text !== sent.text ? [sent] : [kept]
    fill(piece, mixed)
    piece.dataset.reference = now.reference
    piece.dataset.action = now.actionId
    piece.querySelector('[data-number]').textContent = now.reference || now.decision
    piece.querySelector('[data-two]').hidden = !now.twoVersions
    for (const place of piece.querySelectorAll('[data-says]'))
      place.replaceChildren(
        ...(now.says[place.dataset.says] ?? []).map(({ text, isDoubt }) => {
          const line = document.createElement('span')
          line.className = `gt-piece__says${isDoubt ? ' gt-piece__says--doubt' : ''}`
          line.textContent = text
          return line
        }),
      )
    showAsks(piece, now.asks)
  }

  function showAsks(piece, asks) {
    const place = piece.querySelector('[data-asks]')
    if (place.contains(document.activeElement)) return
    place.replaceChildren(
      ...asks.map(({ typed, key, options }) => {
        const label = document.createElement('label')
        label.className = 'gt-piece__field gt-piece__ask'
        const select = document.createElement('select')
        Object.assign(select, { className: 'govuk-select', name: `chosen-${piece.dataset.piece}` })
        select.append(
          new Option('Not known yet', `${key}=`),
          ...options.map(({ code, name, selected }) => new Option(name, `${key}=${code}`, selected, selected)),
        )
        label.append(`Which ${typed}?`, select)
        return label
      }),
    )
  }

  function grow(words) {
    if (CSS.supports('field-sizing', 'content')) words.rows = 1
    else {
      words.style.height = 'auto'
      words.style.height = `${words.scrollHeight + 4}px`
    }
  }

  // What others write.

  async function look() {
    if (!document.hidden && !isSending) {
      const news = await ask(`changes.json?since=${change}`)
      if (news?.order) await showNews(news)
      else if (news !== null && waiting.size > 0) soon(50)
      show()
    }
    setTimeout(look, document.hidden ? 15_000 : 3_000)
  }

  async function showNews({ change: now, order, items, pieces }) {
    change = now
    if (items.some(id => room.querySelector(`[data-item="${id}"]`) === null)) await bringItems()
    const changed = new Map(pieces.map(piece => [piece.key, piece]))
    const last = new Map()
    for (const [key, item] of order) {
      if (waiting.get(key)?.isRemoved) continue
      const section = room.querySelector(`[data-item="${item}"]`)
      if (section === null) continue
      const news = changed.get(key)
      let piece = byKey(key)
      if (piece === null) {
        if (news === undefined) continue
        piece = newPiece(section, news.kind, key)
        place(section, piece, last.get(item) ?? '')
      } else if (
        waiting.get(key)?.after === undefined &&
        isOutOfPlace(piece, section, last.get(item)) &&
        !piece.contains(document.activeElement)
      )
        place(section, piece, last.get(item) ?? '')
      last.set(item, key)
      if (news !== undefined && !waiting.has(key) && !isDirty(piece)) showAnswer(piece, news, null)
    }
    const there = new Set(order.map(([key]) => key))
    for (const piece of allPieces())
      if (piece.seen.length > 0 && !there.has(piece.dataset.piece) && !waiting.has(piece.dataset.piece)) {
        if (piece.contains(document.activeElement)) piece.seen = []
        else piece.remove()
      }
    for (const section of room.querySelectorAll('[data-item]'))
      if (piecesIn(listOf(section)).length === 0) listOf(section).append(newPiece(section, listOf(section).dataset.usual))
  }

  /** Those that are not saved yet stand where their writer put them, and do not count. */
  function isOutOfPlace(piece, section, after) {
    if (sectionOf(piece) !== section) return true
    let before = piece.previousElementSibling
    while (before !== null && before.seen.length === 0) before = before.previousElementSibling
    return (before?.dataset.piece ?? undefined) !== after
  }

  /** An item that somebody added on the spot. */
  async function bringItems() {
    const answer = await fetch(location.pathname).catch(() => null)
    if (answer === null || !answer.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    let before = null
    for (const section of page.querySelectorAll('[data-room] > [data-item]')) {
      const here = room.querySelector(`[data-item="${section.dataset.item}"]`)
      if (here === null) {
        const own = document.importNode(section, true)
        if (before === null) room.prepend(own)
        else before.after(own)
        furnish(own)
        before = own
      } else before = here
    }
  }

  // What one does.

  function add(section, kind, after) {
    const piece = newPiece(section, kind)
    if (after) after.after(piece)
    else listOf(section).append(piece)
    focusOn(piece)
  }
  function focusOn(piece, atEnd = false) {
    const words = wordsOf(piece)
    words.focus()
    if (atEnd) words.setSelectionRange(words.value.length, words.value.length)
  }

  function remove(piece) {
    const { piece: key, reference, action } = piece.dataset
    if (reference && !confirm(`This takes action ${reference} out of the register of actions too.`)) return
    const section = sectionOf(piece)
    const after = piece.previousElementSibling?.dataset.piece ?? ''
    const next = piece.nextElementSibling ?? piece.previousElementSibling
    const entry = waiting.get(key)
    const seen = entry?.seen ?? piece.seen
    if (!isEmpty(piece)) removed.push({ key, section, after, content: contentOf(piece), action })
    piece.remove()
    if (seen.length > 0) keep(key, { item: section.dataset.item, after, seen, isRemoved: true })
    else settle(key)
    const list = listOf(section)
    if (piecesIn(list).length === 0) list.append(newPiece(section, list.dataset.usual))
    focusOn(next ?? piecesIn(list)[0], true)
    show()
    soon(50)
  }
  function bringBack() {
    const { key, section, after, content, action } = removed.pop() ?? {}
    if (key === undefined) return
    const piece = newPiece(section, content.kind, key)
    place(section, piece, after)
    const entry = waiting.get(key)
    piece.seen = entry?.isRemoved ? entry.seen : []
    if (entry?.isRemoved) settle(key)
    fill(piece, content)
    wait(piece, { after, ...(action && { action }) })
    focusOn(piece, true)
    soon(50)
  }

  function move(piece, way) {
    const focused = document.activeElement
    const section = sectionOf(piece)
    const beside = way === 'up' ? piece.previousElementSibling : piece.nextElementSibling
    if (beside !== null) way === 'up' ? beside.before(piece) : beside.after(piece)
    else {
      const next = nextSection(section, way === 'up' ? -1 : 1)
      if (next === undefined) return
      way === 'up' ? listOf(next).append(piece) : listOf(next).prepend(piece)
      if (piecesIn(listOf(section)).length === 0) listOf(section).append(newPiece(section, listOf(section).dataset.usual))
    }
    focused.focus()
    piece.scrollIntoView({ block: 'nearest' })
    if (piece.seen.length > 0 || !isEmpty(piece)) {
      wait(piece, { after: piece.previousElementSibling?.dataset.piece ?? '' })
      soon(50)
    }
  }
  function nextSection(section, by) {
    const all = [...room.querySelectorAll('[data-item]')]
    return all[all.indexOf(section) + by]
  }

  room.addEventListener('input', ({ target }) => {
    const piece = target.closest('[data-piece]')
    if (piece === null || target.name?.startsWith('kind-')) return
    if (target.tagName === 'TEXTAREA') grow(target)
    piece.isTouched = true
    const entry = waiting.get(piece.dataset.piece)
    if (entry?.isRefused) delete entry.isRefused
    if (piece.seen.length === 0 && entry === undefined && isEmpty(piece)) return
    wait(piece)
    soon(target.tagName === 'SELECT' || target.type === 'checkbox' ? 50 : 1_200)
  })

  room.addEventListener('change', ({ target }) => {
    const piece = target.closest('[data-piece]')
    if (piece === null || !target.name.startsWith('kind-')) return
    const drops = piece.dataset.reference !== '' && target.value !== 'action'
    if (drops && !confirm(`This takes action ${piece.dataset.reference} out of the register of actions.`)) {
      target.value = piece.dataset.kind
      return
    }
    setKind(piece, target.value)
    if (piece.seen.length === 0 && isEmpty(piece)) return
    wait(piece, drops ? { drops } : {})
    soon(50)
  })

  // Whoever leaves a piece has written a line: it may be split into what it is.
  room.addEventListener('focusout', ({ target, relatedTarget }) => {
    const piece = target.closest?.('[data-piece]')
    if (!piece?.isConnected || piece.contains(relatedTarget) || !piece.isTouched || (isEmpty(piece) && piece.seen.length === 0)) return
    piece.isTouched = false
    wait(piece, { settles: true })
    soon(50)
  })

  room.addEventListener('click', event => {
    const button = event.target.closest('button')
    if (button === null) return
    const piece = button.closest('[data-piece]')
    if (button.dataset.add) add(sectionOf(button), button.dataset.add)
    else if (button === undoButton) bringBack()
    else if (piece !== null && button.name === 'remove') remove(piece)
    else if (piece !== null && button.name === 'move') move(piece, button.value.endsWith('up') ? 'up' : 'down')
    else return
    event.preventDefault()
  })
  // Enter in a field of one line saves a form; here all saves itself.
  room.addEventListener('submit', event => event.preventDefault())

  room.addEventListener('keydown', event => {
    const { target, key, ctrlKey, metaKey, shiftKey, altKey, isComposing } = event
    const piece = target.closest('[data-piece]')
    if (piece === null || isComposing) return
    const act = () => {
      if ((ctrlKey || metaKey) && key === 'Enter') return add(sectionOf(piece), listOf(sectionOf(piece)).dataset.usual, piece)
      if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) return move(piece, key === 'ArrowUp' ? 'up' : 'down')
      if (altKey && (key === 'PageUp' || key === 'PageDown')) {
        const next = nextSection(sectionOf(piece), key === 'PageUp' ? -1 : 1)
        return next && focusOn(piecesIn(listOf(next)).at(-1), true)
      }
      if ((ctrlKey || metaKey) && shiftKey && key === 'Backspace') return remove(piece)
      if ((ctrlKey || metaKey) && shiftKey && key.toLowerCase() === 'z' && removed.length > 0) return bringBack()
      if (key === 'Backspace' && target === wordsOf(piece) && isEmpty(piece) && allPieces().length > 1) return remove(piece)
      if (key === 'Enter' && target === wordsOf(piece) && !shiftKey && goesOn(target)) return
      return true
    }
    if (act() !== true) event.preventDefault()
  })

  /** Enter within a list begins the next bullet; in one that is empty it ends the list. */
  function goesOn(words) {
    const at = words.selectionStart
    if (at !== words.selectionEnd) return false
    const start = words.value.lastIndexOf('\n', at - 1) + 1
    const [whole, sign, rest] = /^(\s*[-•] )(.*)$/s.exec(words.value.slice(start, at)) ?? []
    if (whole === undefined) return false
    if (rest === '') {
      words.setSelectionRange(start, at)
      document.execCommand('delete')
      document.execCommand('insertText', false, '')
    } else document.execCommand('insertText', false, `\n${sign}`)
    return true
  }

  addEventListener('online', () => soon(50))
  // The last words go as well, if they can; they wait here in any case.
  addEventListener('visibilitychange', () => {
    if (document.hidden && waiting.size > 0) void sendAll()
  })
  // Whoever closes the page has left the piece in which they were.
  addEventListener('pagehide', () => {
    const piece = document.activeElement?.closest('[data-piece]')
    if (!piece?.isTouched || isEmpty(piece)) return
    piece.isTouched = false
    wait(piece, { settles: true })
    void sendAll()
  })

  document.querySelector('[data-room-help]').hidden = false
  bar.hidden = false
  for (const section of room.querySelectorAll('[data-item]')) furnish(section)
  takeFromShelf()
  show()
  if (waiting.size > 0) void sendAll()
  setTimeout(look, 3_000)
}
