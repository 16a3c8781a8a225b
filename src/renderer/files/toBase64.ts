/** Bytes written as one text; a multiple of three, so that the parts are one text again. */
const SLICE = 24 * 1024

/** As many slices as are written before the screen is let draw. */
const AT_ONCE = 40

/** Bytes as a call carries them. */
export async function toBase64(bytes: Uint8Array): Promise<string> {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += SLICE) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + SLICE))))
    if (parts.length % AT_ONCE === 0) await new Promise((drawn) => setTimeout(drawn))
  }
  return parts.join('')
}
