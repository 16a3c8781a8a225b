/** Hands a text to the browser as a file to save. */
export function saveFile(name: string, text: string, type: string): void {
  saveBlob(name, new Blob([text], { type }))
}

export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Bytes that a service sent as base64, as a file to save. */
export function saveMadeFile({
  fileName,
  base64,
}: {
  readonly fileName: string
  readonly base64: string
}): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  saveBlob(fileName, new Blob([bytes]))
}
