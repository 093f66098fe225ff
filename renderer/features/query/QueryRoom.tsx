/** The query panel as a room. */
export const QueryRoom = () => null
