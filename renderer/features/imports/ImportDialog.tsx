/** Brings interviews into the project: preview, roles, progress. */
import type { FileRef } from '../../../contract/imports.ts'

export const ImportDialog = (_props: { readonly files: readonly FileRef[]; readonly onClose: () => void }) => null
