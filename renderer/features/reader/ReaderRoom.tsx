/** The open document, ready to be coded. */
export const ReaderRoom = () => null
