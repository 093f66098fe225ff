/** The journal of memos. */
export const MemosRoom = () => null
