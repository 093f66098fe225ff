/** Respondents and documents with their attributes, and a respondent's page. */
export const RespondentsRoom = () => null
