import { availableParallelism } from 'node:os'
import { EXIT } from '../arguments/exit.ts'
import { need, readNumber } from '../arguments/options.ts'
import { readArguments } from '../arguments/readArguments.ts'
import { readQueueAddress } from './address.ts'
import { openWorker, type QueueWorker } from './openWorker.ts'
import { QUEUE_NAME } from './queueName.ts'
import { readVersion, sayVersion } from './version.ts'

const HELP = `tokenworks work --queue redis://HOST:PORT [--queue-name NAME] [--threads N] [--lost-after S]

Takes tasks of sweeps (tokenworks sweep --queue) from a queue on Redis or Valkey, on all cores, until it is stopped.
  --queue       redis://[USER:PASSWORD@]HOST[:PORT][/DATABASE]; rediss:// where the server speaks TLS
  --queue-name  (default: ${QUEUE_NAME})
  --threads     tasks at once (default: the cores)
  --lost-after  seconds after which the task of a worker that is not heard of any more is taken again (default: 30)

Engine, its sources and the catalog have to be those of the sweep: tasks of others are refused. Stopped once (Ctrl+C) it
finishes what it is at; stopped again it leaves that for another worker.`

export async function work(args: readonly string[]): Promise<number> {
  const asked = readArguments(args, HELP, {
    queue: { type: 'string' },
    'queue-name': { type: 'string', default: QUEUE_NAME },
    threads: { type: 'string' },
    'lost-after': { type: 'string' },
  })
  if (!asked) return EXIT.done
  const { values } = asked
  const address = readQueueAddress(need('--queue', values.queue, 'redis://HOST:PORT'))
  const threads = Math.round(readNumber('--threads', values.threads, 1, 256) ?? availableParallelism())
  const lostAfterS = readNumber('--lost-after', values['lost-after'], 1, 3600) ?? 30
  const name = values['queue-name']
  const version = await readVersion()
  const say = (line: string): void => console.error(line)
  const worker = await openWorker({ address, name, threads, lostAfterS, version, say })
  console.log(`At work on ${name} at ${address.shown}, ${threads} at once: ${sayVersion(version)}`)
  await untilStopped(worker, say)
  return EXIT.done
}

function untilStopped(worker: QueueWorker, say: (line: string) => void): Promise<void> {
  return new Promise((done, failed) => {
    let isStopping = false
    const stop = (): void => {
      if (!isStopping) say('Finishing what is begun; once more to leave it for another worker')
      worker.close(isStopping).then(done, failed)
      isStopping = true
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}
