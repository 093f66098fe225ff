/** The codebook's tree in the left panel. */
export const CodebookPanel = () => null
