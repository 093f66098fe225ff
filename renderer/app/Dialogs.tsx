/** The dialog that is open, if any. */
import { DocumentProperties } from '../features/documents/DocumentProperties.tsx'
import { ImportDialog } from '../features/imports/ImportDialog.tsx'
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx'
import { NewProjectDialog, OpenProjectDialog, SaveCopyDialog } from '../features/start/ProjectDialogs.tsx'
import { useWorkspace, workspace } from '../lib/workspace.ts'
import { Palette } from './Palette.tsx'
import { Shortcuts } from './Shortcuts.tsx'

const close = () => {
  workspace.openDialog(null)
}

export const Dialogs = () => {
  const dialog = useWorkspace((state) => state.dialog)
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'import':
      return <ImportDialog files={dialog.files} onClose={close} />
    case 'document':
      return <DocumentProperties documentId={dialog.documentId} onClose={close} />
    case 'settings':
      return <SettingsDialog onClose={close} />
    case 'palette':
      return <Palette onClose={close} />
    case 'shortcuts':
      return <Shortcuts onClose={close} />
    case 'new-project':
      return <NewProjectDialog onClose={close} />
    case 'open-project':
      return <OpenProjectDialog onClose={close} />
    case 'save-copy':
      return <SaveCopyDialog onClose={close} />
  }
}
