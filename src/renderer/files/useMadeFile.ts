import { useRef, useState } from 'react'
import type { Out } from '../../contract/contract.ts'
import { guarded } from '../state/plan/session.ts'
import { invoke } from '../transport/invoke.ts'
import { saveMadeFile } from './saveFile.ts'

interface Making {
  readonly state: 'none' | 'busy' | 'stopped' | { readonly made: string }
  /** Has the host make a file, under a name by which it can be stopped, and saves it. */
  readonly make: (call: (job: string) => Promise<Out<'reports.write'>>) => Promise<void>
  readonly stop: () => void
}

/** A file that the host makes: of one that was stopped nothing is saved, and the host works on it no longer. */
export function useMadeFile(): Making {
  const [state, setState] = useState<Making['state']>('none')
  const waited = useRef<string | null>(null)
  const make: Making['make'] = async (call) => {
    const job = crypto.randomUUID()
    waited.current = job
    setState('busy')
    let made: string | undefined
    await guarded(async () => {
      const file = await call(job).catch((error: unknown) => {
        // What the stopped work answers is what was asked for.
        if (waited.current === job) throw error
      })
      if (!file || waited.current !== job) return
      saveMadeFile(file)
      made = file.fileName
    })
    if (waited.current === job) setState(made === undefined ? 'none' : { made })
  }
  const stop = (): void => {
    const job = waited.current
    waited.current = null
    setState('stopped')
    if (job !== null) void guarded(() => invoke('reports.stop', { job }))
  }
  return { state, make, stop }
}
