import type { IncomingHttpHeaders } from 'node:http'

/** Largest body that a call may carry: 8 MiB, a plan document being at most 6 MB. */
const BODY_LIMIT_BYTES = 8 * 1024 * 1024
/** Calls that carry a file of the planner's, such as a trace or a whole library: 48 MiB of it. */
const FILE_LIMIT_BYTES = 65 * 1024 * 1024
const FILE_CALLS = new Set(['exchange.preview', 'exchange.accept', 'library.import'])

/** Paths that trade keys and tickets, beside the calls. */
const POSTED = new Set(['/session', '/ticket'])

/** Largest body of a request to a path. */
export function bodyLimit(pathname: string): number {
  return FILE_CALLS.has(pathname.replace('/call/', '')) ? FILE_LIMIT_BYTES : BODY_LIMIT_BYTES
}

export interface Refusal {
  readonly status: 401 | 403 | 405 | 413 | 415
  readonly reason: string
}

interface Request {
  readonly method: string
  readonly pathname: string
  readonly headers: IncomingHttpHeaders
}

/** Judges a request by its head alone, before a byte of its body is read; undefined: let it in. */
export function guard(
  { method, pathname, headers }: Request,
  ownHost: string,
  isSecret: (text: string) => boolean,
): Refusal | undefined {
  // On every request, files too: a name that a stranger's DNS points at us must not reach even the page.
  if (headers.host !== ownHost) return { status: 403, reason: 'Host' }
  const isCall = pathname.startsWith('/call/')
  if (!isCall && !POSTED.has(pathname))
    return method === 'GET' ? undefined : { status: 405, reason: 'Method' }
  if (method !== 'POST') return { status: 405, reason: 'Method' }
  // A form cannot send JSON, and another site's script cannot without a preflight, which nothing answers.
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return { status: 415, reason: 'Content-Type' }
  if (headers.origin !== `http://${ownHost}`) return { status: 403, reason: 'Origin' }
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return { status: 403, reason: 'Sec-Fetch-Site' }
  if (isCall && !isSecret(String(headers['x-session'] ?? ''))) return { status: 401, reason: 'Session' }
  if (Number(headers['content-length'] ?? 0) > bodyLimit(pathname)) return { status: 413, reason: 'Body' }
  return undefined
}
