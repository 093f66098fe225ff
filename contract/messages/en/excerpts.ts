export const excerpts = {}
