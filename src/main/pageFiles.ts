import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export interface PageFile {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Headers of every answer, of both hosts. HiGHS compiles WebAssembly in the page's own worker. */
export function securityHeaders(styleNonce?: string): Record<string, string> {
  const style = styleNonce ? `'self' 'nonce-${styleNonce}'` : "'self'"
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "worker-src 'self'",
      `style-src ${style}`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    // Both together isolate the page, which then may share memory with its solver: that is how a solve is stopped.
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
}

/**
 * One file of the built page. The page itself gets a fresh nonce in `<meta name="style-nonce">`, which the screen
 * hands to the style tags it makes; no other inline style runs.
 */
export async function readPageFile(folder: string, pathname: string): Promise<PageFile> {
  const file = findInside(folder, pathname === '/' ? '/index.html' : pathname)
  const body = file === undefined ? undefined : await readFile(file).catch(() => undefined)
  const type = file === undefined ? undefined : TYPES[extname(file)]
  if (body === undefined || type === undefined)
    return {
      status: 404,
      headers: { ...securityHeaders(), 'content-type': 'text/plain' },
      body: Buffer.from('Not found'),
    }
  if (!type.startsWith('text/html'))
    return { status: 200, headers: { ...securityHeaders(), 'content-type': type }, body }
  const nonce = randomBytes(16).toString('base64')
  const page = body.toString('utf8').replace('<head>', `<head><meta name="style-nonce" content="${nonce}">`)
  return {
    status: 200,
    headers: { ...securityHeaders(nonce), 'content-type': type },
    body: Buffer.from(page),
  }
}

/** The file under the folder that a path names; undefined where it would leave the folder. */
function findInside(folder: string, pathname: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined
  const file = resolve(folder, `.${decoded}`)
  return file.startsWith(resolve(folder) + sep) ? file : undefined
}
