/** The query panel, docked beside the text. */
export const QueryPanel = () => null
