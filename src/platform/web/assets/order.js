// Things in an order are dragged to another place. The form's arrows and lists do the same without a mouse and without script.
for (const form of document.querySelectorAll('form[data-orders]')) letDrag(form)

function letDrag(form) {
  // Either among those beside it alone, or into another place as well, which a list beside each of them names.
  const staysWithin = form.dataset.orders === 'within'
  let dragged = null
  form.querySelector('[data-orders-help]').hidden = false

  const placeOf = thing => thing.closest('[data-orders-place]')
  const thingsIn = place => [...place.querySelectorAll('[data-orders-thing]')].filter(thing => placeOf(thing) === place)

  for (const thing of form.querySelectorAll('[data-orders-thing]')) {
    const handle = document.createElement('span')
    handle.className = 'gt-handle'
    handle.draggable = true
    handle.setAttribute('aria-hidden', 'true')
    handle.textContent = '⠿'
    handle.addEventListener('dragstart', event => {
      dragged = thing
      event.stopPropagation()
      event.dataTransfer.setData('text/plain', thing.dataset.ordersThing)
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setDragImage(thing, 10, 10)
    })
    handle.addEventListener('dragend', () => {
      dragged = null
      unmark()
    })
    const before = thing.querySelector('.gt-plan__item, .gt-agenda__time')
    before?.prepend(handle)
  }

  /** What the pointer is over, of what the dragged thing may be put beside; in a place without any, nothing. */
  function target(event) {
    if (dragged === null || !(event.target instanceof Element)) return null
    let thing = event.target.closest('[data-orders-thing]')
    while (staysWithin && thing !== null && placeOf(thing) !== placeOf(dragged)) thing = thing.parentElement.closest('[data-orders-thing]')
    const place = thing === null ? event.target.closest('[data-orders-place]') : placeOf(thing)
    if (place === null || (staysWithin && place !== placeOf(dragged))) return null
    const box = (thing ?? place).getBoundingClientRect()
    return { place, thing, isAfter: event.clientY > box.top + box.height / 2 }
  }

  function unmark() {
    for (const marked of form.querySelectorAll('.gt-drop-before, .gt-drop-after'))
      marked.classList.remove('gt-drop-before', 'gt-drop-after')
  }

  form.addEventListener('dragover', event => {
    const over = target(event)
    unmark()
    if (over === null) return
    event.preventDefault()
    ;(over.thing ?? over.place).classList.add(over.isAfter ? 'gt-drop-after' : 'gt-drop-before')
  })

  form.addEventListener('drop', event => {
    const over = target(event)
    if (over === null) return
    event.preventDefault()
    const others = thingsIn(over.place).filter(thing => thing !== dragged)
    const at = over.thing === null || over.thing === dragged ? others.length : others.indexOf(over.thing) + (over.isAfter ? 1 : 0)
    if (over.thing === dragged) return unmark()
    form.elements.order.value = others
      .toSpliced(at, 0, dragged)
      .map(thing => thing.dataset.ordersThing)
      .join(',')
    const list = form.elements[`when-${dragged.dataset.ordersThing}`]
    if (list !== undefined) list.value = over.place.dataset.ordersPlace
    form.requestSubmit()
  })
}
