/** The codebook as a room: tree and code card. */
export const CodebookRoom = () => null
