import { useEffect, useState } from 'react'
import type { ImportOrder, ImportPreview } from '../../../contract/exchange.ts'
import { importerOf } from '../../files/importerOf.ts'
import { takeLibrary } from '../../files/takeFiles.ts'
import { toBase64 } from '../../files/toBase64.ts'
import { unpack } from '../../files/unpack.ts'
import { bringNext, useIncoming } from '../../state/plan/incoming.ts'
import { dismissFault, guarded, refreshCards, showOpened, useSession } from '../../state/plan/session.ts'
import { type FileJob, withReading } from '../../state/work/reading.ts'
import { invoke } from '../../transport/invoke.ts'
import { useWords } from '../../words/useWords.ts'

/** A file on its way into the plan in view: what it would change, and what the planner said of it. */
export function useImport() {
  const [order, setOrder] = useState<ImportOrder | null>(null)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [said, setSaid] = useState('')
  /** Name of the file that is being read; null: none is. */
  const [reading, setReading] = useState<string | null>(null)
  const words = useWords().exchange
  const look = async (next: ImportOrder, job: FileJob): Promise<void> => {
    setOrder(next)
    setReading(next.fileName)
    setPreview(null)
    setPreview(await job.ask(invoke('exchange.preview', next), true))
  }
  /** Work on a file that may be stopped: then nothing of it is left on the screen. */
  const follow = async (fileName: string, work: (job: FileJob) => Promise<void>): Promise<void> => {
    await guarded(async () => {
      if (!(await withReading(fileName, work))) leaveForNext()
    })
    setReading(null)
  }
  const choose = async (file: File | null | undefined): Promise<void> => {
    const id = useSession.getState().opened?.plan.id
    if (!file || id === undefined) return
    setSaid('')
    dismissFault()
    if (importerOf(file.name, null) === 'library') {
      const count = await takeLibrary(file)
      if (count !== null) setSaid(words.added(count))
      return bringNext()
    }
    // Said at once: a large file is a while on its way before anything can be told of it.
    setReading(file.name)
    leave()
    await follow(file.name, async (job) => {
      const own = await unpack(file)
      const base64 = await toBase64(await job.bytes(own))
      await look({ id, fileName: own.name.slice(0, 200), base64 }, job)
    })
  }
  const leave = (): void => {
    setOrder(null)
    setPreview(null)
  }
  const leaveForNext = (): void => {
    leave()
    bringNext()
  }
  const accept = async (): Promise<void> => {
    const opened = useSession.getState().opened
    if (!order || !opened) return
    await guarded(async () => {
      const label = words.importOf(order.fileName).slice(0, 200)
      showOpened(await invoke('exchange.accept', { ...order, baseVersion: opened.version, label }))
      setSaid(words.taken(order.fileName))
      leaveForNext()
    })
  }
  /** A whole plan beside the others; the plan in view stays. */
  const addPlan = async (): Promise<void> => {
    if (!order) return
    await guarded(async () => {
      const bytes = Uint8Array.from(atob(order.base64), (sign) => sign.charCodeAt(0))
      const { plan } = await invoke('plans.import', { text: new TextDecoder().decode(bytes) })
      setSaid(words.addedPlan(plan.name))
      leaveForNext()
    })
    await refreshCards()
  }
  const say = (change: Partial<ImportOrder>): void => {
    if (order) void follow(order.fileName, (job) => look({ ...order, ...change }, job))
  }
  const { file: incoming, waiting } = useIncoming()
  useEffect(() => {
    if (!incoming) return
    useIncoming.setState({ file: null })
    void choose(incoming)
  }, [incoming])
  return { order, preview, reading, said, waiting, choose, say, accept, addPlan, leave: leaveForNext }
}
