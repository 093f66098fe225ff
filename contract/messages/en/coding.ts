export const coding = {}
