/** A bar on stderr while one waits, where a person sees it. */
export function progressBar(label: string): { readonly show: (share: number) => void; readonly end: () => void } | null {
  const { stderr } = process
  if (!stderr.isTTY) return null
  const width = 30
  return {
    show(share) {
      const full = Math.round(Math.min(1, Math.max(0, share)) * width)
      stderr.write(`\r${label} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.floor(share * 100)).padStart(3)}%`)
    },
    end: () => void stderr.write('\r\u001b[K'),
  }
}

/** The same line again and again: what is being done just now. */
export function nowDoing(): { readonly show: (what: string) => void; readonly end: () => void } {
  const { stderr } = process
  if (!stderr.isTTY) return { show: () => {}, end: () => {} }
  return { show: what => void stderr.write(`\r\u001b[K${what}`), end: () => void stderr.write('\r\u001b[K') }
}

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
