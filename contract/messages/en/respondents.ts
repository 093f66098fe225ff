export const respondents = {}
