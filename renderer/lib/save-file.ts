/** Gives a file to the user: the system's dialog on the desktop, a download in a browser. */
import type { OutFile } from '../../contract/queries.ts'
import type { Connection } from './connection.ts'

/** Answers where it is, or null when the user changed her mind or the browser does not tell. */
export const saveFile = async ({ shell, client }: Connection, file: OutFile, title: string): Promise<string | null> => {
  if (shell === 'desktop') return (await client.shell.saveFile({ title, file })).path
  const bytes = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 60_000)
  return null
}
