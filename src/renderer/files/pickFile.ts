import { guarded } from '../state/plan/session.ts'
import { invoke } from '../transport/invoke.ts'
import { OPENED } from './importerOf.ts'
import { takeFiles } from './takeFiles.ts'

/** Asks for files with the system's own dialog and takes them. */
export async function pickFile(): Promise<void> {
  // A menu of the desktop is no click on the page, without which a browser opens no dialog.
  if (window.host) {
    await guarded(async () => takeFiles((await invoke('desktop.openFiles', null)).map(toFile)))
    return
  }
  const input = document.createElement('input')
  Object.assign(input, { type: 'file', accept: OPENED, multiple: true })
  input.onchange = () => void takeFiles([...(input.files ?? [])])
  input.click()
}

/** Files that the system handed over: opened by a double click, from the list of recent ones, or by its dialog. */
export async function takeHandedFiles(): Promise<void> {
  await guarded(async () => takeFiles((await invoke('desktop.takeFiles', null)).map(toFile)))
}

function toFile({ fileName, base64 }: { readonly fileName: string; readonly base64: string }): File {
  return new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], fileName)
}
