/** Lets the user choose files to import, many at once, and opens the import dialog with them. */
import { workspace } from '../../lib/workspace.ts'

export const TEXTS = '.txt,.md,.docx'

/** The system's own dialog, in either shell. Resolves with what was chosen; nothing when it was put away. */
export const chooseFiles = (accept: string, multiple: boolean): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = multiple
    // In the document, so that it lives for as long as the system's dialog is open.
    input.hidden = true
    document.body.append(input)
    const finish = () => {
      input.remove()
      resolve([...(input.files ?? [])])
    }
    input.addEventListener('cancel', finish)
    input.addEventListener('change', finish)
    input.click()
  })

export const chooseFilesToImport = async (): Promise<void> => {
  const files = await chooseFiles(TEXTS, true)
  if (files.length > 0) workspace.openDialog({ kind: 'import', files })
}
