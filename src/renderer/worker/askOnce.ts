/** What a worker that answers once says. */
export type Answer<T> =
  | { readonly kind: 'progress'; readonly done: number; readonly all: number }
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'failure'; readonly message: string }

export interface Asked<T> {
  readonly answer: Promise<T>
  readonly stop: () => void
}

export type OnProgress = (done: number, all: number) => void

/** Puts one question to a worker of its own, which ends with its answer. */
export function askOnce<Q, T>(
  worker: Worker,
  question: Q,
  onProgress: OnProgress = () => undefined,
): Asked<T> {
  const answer = new Promise<T>((done, failed) => {
    worker.onmessage = ({ data }: MessageEvent<Answer<T>>) => {
      if (data.kind === 'progress') return onProgress(data.done, data.all)
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
export function answerWith<Q, T>(work: (question: Q, onProgress: OnProgress) => T | Promise<T>): void {
  const onProgress: OnProgress = (done, all) =>
    self.postMessage({ kind: 'progress', done, all } satisfies Answer<T>)
  self.onmessage = async ({ data }: MessageEvent<Q>) => {
    try {
      self.postMessage({ kind: 'answer', value: await work(data, onProgress) } satisfies Answer<T>)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      self.postMessage({ kind: 'failure', message } satisfies Answer<T>)
    }
  }
}
