import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type Channel, contract, type Fault, type Handlers, type Reply } from '../contract/contract.ts'
import { AppFault, type InputFault } from '../plan/fault.ts'

export type Dispatch = (channel: string, body: unknown) => Promise<Reply<unknown>>

/** The only door to the services. Both hosts call it with an untrusted channel and an untrusted body. */
export function createDispatcher(
  handlers: Handlers,
  reportBug: (id: string, channel: string, error: unknown) => void,
): Dispatch {
  return async (channel, body) => {
    if (!isChannel(channel))
      return fail('bad-input', 'There is no such call', [
        { path: 'channel', value: channel.slice(0, 80), expected: 'a call of the contract' },
      ])
    const { in: input, out }: { in: z.ZodType; out: z.ZodType } = contract[channel]
    const parsed = input.safeParse(body)
    if (!parsed.success)
      return fail('bad-input', `The call ${channel} was not understood`, toFaults(parsed.error))
    try {
      const handle = handlers[channel] as (input: unknown) => unknown
      // What leaves is parsed too: a service that drifts from the contract is our bug, not the screen's.
      return { ok: true, value: out.parse(await handle(parsed.data)) }
    } catch (error) {
      if (error instanceof AppFault) return fail(error.code, error.message, error.faults)
      const id = randomUUID().slice(0, 8)
      reportBug(id, channel, error)
      return fail('internal', `Something went wrong; the log has the details under ${id}.`)
    }
  }
}

function isChannel(name: string): name is Channel {
  return Object.hasOwn(contract, name)
}

function toFaults(error: z.ZodError): InputFault[] {
  return error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.map(String).join('.') || 'body',
    value: null,
    expected: issue.message,
  }))
}

function fail(code: Fault['code'], message: string, faults: readonly InputFault[] = []): Reply<never> {
  return { ok: false, fault: { code, message, faults: [...faults] } }
}
