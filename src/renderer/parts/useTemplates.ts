import { useEffect, useState } from 'react'
import type { Out } from '../../contract/contract.ts'
import { guarded } from '../state/plan/session.ts'
import { invoke } from '../transport/invoke.ts'
import { useShippedText } from '../words/useShippedText.ts'
import { useWords } from '../words/useWords.ts'

/** What a new plan may begin from, in the language of the screen; asked for once somebody wants to see it. */
export function useTemplates(isWanted: boolean): Out<'templates.list'> {
  const titles = useWords().templates
  const say = useShippedText()
  const [templates, setTemplates] = useState<Out<'templates.list'>>([])
  useEffect(() => {
    if (isWanted) void guarded(async () => setTemplates(await invoke('templates.list', null)))
  }, [isWanted])
  return templates.map((own) => ({
    ...own,
    title: titles[own.name] ?? own.title,
    description: say(own.description),
  }))
}
