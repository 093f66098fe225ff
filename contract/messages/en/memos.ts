export const memos = {}
