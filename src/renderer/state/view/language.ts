import { useSettings } from './settings.ts'

export type Language = 'en' | 'zh'

/** The language of the screens: the one chosen, else the system's. */
export function languageOf(chosen: Language | null): Language {
  return chosen ?? (globalThis.navigator?.language.startsWith('zh') ? 'zh' : 'en')
}

/** Outside the screen, as in a formatter. */
export function currentLanguage(): Language {
  return languageOf(useSettings.getState().language)
}
