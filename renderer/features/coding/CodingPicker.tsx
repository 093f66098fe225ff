/** The picker that opens at the selection to choose a code. */
export const CodingPicker = () => null
