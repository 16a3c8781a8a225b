/** What a worker that answers once says. */
export type Answer<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'failure'; readonly message: string }

export interface Asked<T> {
  readonly answer: Promise<T>
  readonly stop: () => void
}

/** Puts one question to a worker of its own, which ends with its answer. */
export function askOnce<Q, T>(worker: Worker, question: Q): Asked<T> {
  const answer = new Promise<T>((done, failed) => {
    worker.onmessage = ({ data }: MessageEvent<Answer<T>>) => {
      worker.terminate()
      if (data.kind === 'answer') done(data.value)
      else failed(new Error(data.message))
    }
    worker.onerror = (event) => {
      worker.terminate()
      failed(new Error(event.message || 'A worker could not be started'))
    }
  })
  worker.postMessage(question)
  return { answer, stop: () => worker.terminate() }
}

/** The worker's side: answers every question with what `work` makes of it. */
export function answerWith<Q, T>(work: (question: Q) => T | Promise<T>): void {
  self.onmessage = async ({ data }: MessageEvent<Q>) => {
    try {
      self.postMessage({ kind: 'answer', value: await work(data) } satisfies Answer<T>)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      self.postMessage({ kind: 'failure', message } satisfies Answer<T>)
    }
  }
}
