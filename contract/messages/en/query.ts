export const query = {}
