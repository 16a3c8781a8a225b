const CHANNEL = 'tokenworks-session'
/** A tab in the background answers within a few frames; without one the page says how to start. */
const ANSWER_MS = 500

type Note = { readonly kind: 'asked' } | { readonly kind: 'secret'; readonly secret: string }

/** Gives the secret of this tab to tabs that are opened on the same address later. Pages of no other origin hear it. */
export function answerTabs(secret: string): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }: MessageEvent<Note>) => {
    if (data.kind === 'asked') channel.postMessage({ kind: 'secret', secret } satisfies Note)
  }
}

/** The secret of a tab that is open on the same address; null: there is none. */
export function askTabs(): Promise<string | null> {
  return new Promise((found) => {
    const channel = new BroadcastChannel(CHANNEL)
    const end = (secret: string | null): void => {
      channel.close()
      found(secret)
    }
    const late = setTimeout(() => end(null), ANSWER_MS)
    channel.onmessage = ({ data }: MessageEvent<Note>) => {
      if (data.kind !== 'secret') return
      clearTimeout(late)
      end(data.secret)
    }
    channel.postMessage({ kind: 'asked' } satisfies Note)
  })
}
