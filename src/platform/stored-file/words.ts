/** What the history calls a file. Which it is may be confidential, as what it belongs to is. */
export const storedFileWords = [
  {
    subject: 'platform.stored_file',
    name: 'File',
    calledBy: 'name',
    isPrivate: true,
    fields: { name: 'Name', kind: 'Kind', bytes: 'Size in bytes', digest: 'SHA-256' },
  },
]
