import { useEffect, useState } from 'react'
import { useWords } from '../words/useWords.ts'
import styles from './files.module.css'
import { takeFiles } from './takeFiles.ts'

/** Files may be dropped anywhere on the window; a part of a screen that takes them itself goes first. */
export function DropTarget() {
  const words = useWords().files
  const isOver = useDrops()
  if (!isOver) return null
  return (
    <div className={styles.drop}>
      <strong>{words.drop}</strong>
      <span>{words.dropWhat}</span>
    </div>
  )
}

function useDrops(): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      setOver(!event.defaultPrevented)
      event.preventDefault()
    }
    const onLeave = (event: DragEvent): void => {
      // Null: the pointer left the window, not just one of its parts.
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      setOver(false)
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      void takeFiles([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  return isOver
}
