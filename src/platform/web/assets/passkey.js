// A passkey is made, or shown, by the browser; what it says is sent with the form. Where there are none the form stays hidden and a sentence says so.
const ways = {
  create: { options: 'parseCreationOptionsFromJSON', ask: publicKey => navigator.credentials.create({ publicKey }) },
  get: { options: 'parseRequestOptionsFromJSON', ask: publicKey => navigator.credentials.get({ publicKey }) },
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const { options, ask } = ways[form.dataset.passkey]
  if (!window.PublicKeyCredential?.[options]) continue
  form.hidden = false
  for (const sentence of document.querySelectorAll('[data-passkey-without]')) sentence.hidden = true
  form.addEventListener('submit', async event => {
    event.preventDefault()
    try {
      const given = await ask(PublicKeyCredential[options](JSON.parse(form.dataset.options)))
      form.querySelector('[name=credential]').value = JSON.stringify(given.toJSON())
    } catch (error) {
      form.querySelector('[name=trouble]').value = error.name
    }
    form.submit()
  })
}
