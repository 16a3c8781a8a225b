import type { Channel, Fault, In, Invoke, Out, Reply } from '../../contract/contract.ts'
import { answerTabs, askTabs } from './otherTabs.ts'

/** What the Electron shell's preload gives; absent in a browser. */
interface DesktopHost {
  readonly call: (channel: string, body: unknown) => Promise<unknown>
  /** Hears what the shell sends by itself, until the answer is called. */
  readonly on: (listener: (name: string, value: unknown) => void) => () => void
}
declare global {
  interface Window {
    readonly host?: DesktopHost
  }
}

const SECRET_KEY = 'tokenworks-session'
/** A trade of the ticket that is not answered yet: `{ ticket, tab }`. */
const TRADE_KEY = 'tokenworks-trade'

/** A fault that a service answered with; the screen shows its message and lines. */
export class CallFault extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault.message)
    this.name = 'CallFault'
    this.fault = fault
  }
}

/** Calls a service of whichever host this page runs in. */
export const invoke: Invoke = async <C extends Channel>(channel: C, input: In<C>): Promise<Out<C>> => {
  const reply = (await (window.host ? window.host.call(channel, input) : post(channel, input))) as Reply<
    Out<C>
  >
  if (reply.ok) return reply.value
  throw new CallFault(reply.fault)
}

/**
 * Trades the start link's ticket for this tab's secret, or is given that of a tab open beside it; true where the tab may
 * talk to its host.
 */
export async function openSession(): Promise<boolean> {
  if (window.host) return true
  const ticket = /^#([\w-]{20,})$/.exec(location.hash)?.[1]
  if (ticket !== undefined) {
    sessionStorage.setItem(TRADE_KEY, JSON.stringify({ ticket, tab: crypto.randomUUID() }))
    // The ticket must not stay in the history, whether or not it works.
    history.replaceState(null, '', '/#/overview')
  }
  // What an earlier load of this tab began, and a reload has cut off before the answer came, is made here.
  const trade = sessionStorage.getItem(TRADE_KEY)
  if (trade !== null) {
    const reply = await fetch('/session', json(JSON.parse(trade)))
    if (reply.ok) sessionStorage.setItem(SECRET_KEY, ((await reply.json()) as { secret: string }).secret)
    sessionStorage.removeItem(TRADE_KEY)
  }
  const secret = sessionStorage.getItem(SECRET_KEY) ?? (await askTabs())
  if (secret === null) return false
  sessionStorage.setItem(SECRET_KEY, secret)
  answerTabs(secret)
  return true
}

async function post(channel: Channel, input: unknown): Promise<unknown> {
  const reply = await fetch(
    `/call/${channel}`,
    json(input, { 'x-session': sessionStorage.getItem(SECRET_KEY) ?? '' }),
  ).catch(() => undefined)
  if (reply?.ok) return reply.json()
  throw new CallFault({
    code: 'internal',
    message: reply
      ? `The host refused the call (${reply.status}); start Tokenworks again and use its new address.`
      : 'The host does not answer; nothing more is saved until it runs again.',
    faults: [],
  })
}

function json(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
}
