/** The list of documents in the left panel. */
export const DocumentsPanel = () => null
