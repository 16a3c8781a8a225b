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
const MONEY = /美元|欧元|人民币|日元/

/** A head whose unit counts by 万 or 亿 with the step of its numbers, also where its words are of a price without one. */
export function headInStep(head: string, unit: string): string {
  const [, step] = /^([万亿])/.exec(unit) ?? []
  if (step === undefined) return head
  return WAN_OF_HEAD.test(head) ? head.replace(WAN_OF_HEAD, step) : head.replace(MONEY, `${step}$&`)
}
