import type { TermId, TermWords } from '../../help/terms.ts'
import { money } from './glossary/money.ts'
import { site } from './glossary/site.ts'
import { tokens } from './glossary/tokens.ts'

export const glossary: Readonly<Record<TermId, TermWords>> = { ...site, ...tokens, ...money }
