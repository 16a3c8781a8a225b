import { Progress } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Working } from '../parts/Working.tsx'
import { useReading } from '../state/work/reading.ts'
import { useWords } from '../words/useWords.ts'
import styles from './files.module.css'

/** Shorter than this nobody waits for a file. */
const SOON_MS = 300

/** How far a file has come that takes longer than a blink, and the way to stop it: over the foot of any screen. */
export function FileProgress() {
  const words = useWords().files
  const job = useReading((state) => state.job)
  const isLong = useIsLong(job?.fileName)
  if (!job || !isLong) return null
  const label =
    job.phase === 'reading'
      ? words.reading(job.fileName, String(Math.round(100 * job.readShare)))
      : words.checking(job.fileName)
  return (
    <div className={styles.progress}>
      <Working {...(job.stop ? { onStop: job.stop } : {})}>{label}</Working>
      <Progress
        aria-label={label}
        value={job.phase === 'reading' ? 100 * job.readShare : 100}
        animated={job.phase === 'checking'}
        size="sm"
        mt={6}
      />
    </div>
  )
}

function useIsLong(fileName: string | undefined): boolean {
  const [long, setLong] = useState<string | undefined>(undefined)
  useEffect(() => {
    setLong(undefined)
    if (fileName === undefined) return
    const soon = setTimeout(() => setLong(fileName), SOON_MS)
    return () => clearTimeout(soon)
  }, [fileName])
  return fileName !== undefined && long === fileName
}
