/** The history of the project. */
export const HistoryRoom = () => null
