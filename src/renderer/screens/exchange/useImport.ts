import { useState } from 'react'
import type { ImportOrder, ImportPreview } from '../../../contract/exchange.ts'
import { guarded, showOpened, useSession } from '../../state/session.ts'
import { invoke } from '../../transport/invoke.ts'
import { toBase64 } from './toBase64.ts'

/** A file on its way into the plan in view: what it would change, and what the planner said of it. */
export function useImport() {
  const [order, setOrder] = useState<ImportOrder | null>(null)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [taken, setTaken] = useState('')
  const look = async (next: ImportOrder): Promise<void> => {
    setOrder(next)
    setPreview(null)
    await guarded(async () => setPreview(await invoke('exchange.preview', next)))
  }
  const choose = async (file: File | null | undefined): Promise<void> => {
    const id = useSession.getState().opened?.plan.id
    if (!file || id === undefined) return
    setTaken('')
    await look({ id, fileName: file.name.slice(0, 200), base64: await toBase64(file) })
  }
  const leave = (): void => {
    setOrder(null)
    setPreview(null)
  }
  const accept = async (): Promise<void> => {
    const opened = useSession.getState().opened
    if (!order || !opened) return
    await guarded(async () => {
      showOpened(await invoke('exchange.accept', { ...order, baseVersion: opened.version }))
      setTaken(order.fileName)
      leave()
    })
  }
  const say = (change: Partial<ImportOrder>): void => {
    if (order) void look({ ...order, ...change })
  }
  return { order, preview, taken, choose, say, accept, leave }
}
