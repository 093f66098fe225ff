/** The dialog of the codebook that is open, if any. */
import { codebook, useCodebook } from './codebook-state.ts'
import { AnchorsDialog } from './AnchorsDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { RecodeDialog } from './RecodeDialog.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { SplitDialog } from './SplitDialog.tsx'

const close = () => {
  codebook.set({ dialog: null })
}

export const CodebookDialogs = () => {
  const dialog = useCodebook((state) => state.dialog)
  const [first] = dialog?.ids ?? []
  if (!dialog || first === undefined) return null
  const { ids } = dialog
  switch (dialog.kind) {
    case 'merge':
      return <MergeDialog ids={ids} onClose={close} />
    case 'move':
      return <MoveDialog ids={ids} onClose={close} />
    case 'remove':
      return <RemoveDialog ids={ids} onClose={close} />
    case 'recode':
      return <RecodeDialog codeId={first} onClose={close} />
    case 'split':
      return <SplitDialog codeId={first} onClose={close} />
    case 'anchors':
      return <AnchorsDialog codeId={first} onClose={close} />
  }
}
