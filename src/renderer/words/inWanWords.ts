import type { Words } from './en.ts'
import { convertWords } from './inCurrency.ts'

const MILLIONS = /百万(?=美元|欧元|人民币|日元)/g
const MTOK_S = /Mtok\/s/g

/** Chinese words whose heads count money and speeds by 万 (ten thousands), as figures beside them do. */
export function inWanWords(words: Words): Words {
  return convertWords(words, (text) => text.replace(MILLIONS, '万').replace(MTOK_S, '万 tok/s'))
}
