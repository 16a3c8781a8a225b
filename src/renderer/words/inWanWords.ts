import type { Words } from './en.ts'
import { convertWords } from './inCurrency.ts'

const MILLIONS = /百万(?=美元|欧元|人民币|日元)/g
const MTOK_S = /Mtok\/s/g

/** Chinese words whose heads count money and speeds by 万 (ten thousands), as figures beside them do. */
export function inWanWords(words: Words): Words {
  return convertWords(words, (text) => text.replace(MILLIONS, '万').replace(MTOK_S, '万 tok/s'))
}

/** What a head counts by 万: money, and tokens per second. */
const WAN_OF_HEAD = /万(?=美元|欧元|人民币|日元| ?tok\/s)/

/** A head whose unit counts by 万, with the step of its numbers where that is 亿. */
export const headInStep = (head: string, unit: string): string =>
  unit.startsWith('亿') ? head.replace(WAN_OF_HEAD, '亿') : head
