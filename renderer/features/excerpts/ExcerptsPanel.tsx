/** Excerpts of a code, a branch or a cell, docked beside the text. */
export const ExcerptsPanel = () => null
