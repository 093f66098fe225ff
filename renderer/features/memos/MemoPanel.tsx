/** The memo that is being written, docked beside the text. */
export const MemoPanel = () => null
