import { Menu } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../words/useWords.ts'
import { type ChartTable, toCsv } from './tableCsv.ts'

const SAID_MS = 1500

/** The line of a picture's menu that copies its figures as CSV, and says that it did. */
export function CopyItem({ table }: { readonly table: ChartTable }) {
  const words = useWords().chart
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(toCsv(table))
    setCopied(true)
    setTimeout(() => setCopied(false), SAID_MS)
  }
  return <Menu.Item onClick={() => void copy()}>{isCopied ? words.copied : words.copy}</Menu.Item>
}
