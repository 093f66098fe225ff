/** The codebook of the English sample. */
import type { CodeKey } from '../codebook.ts'
import type { CodeWords } from '../words.ts'

export const codes: Record<CodeKey, CodeWords> = {
  fear: {
    name: 'Fear',
    definition: 'What a respondent fears from going back. A category: choose the code below it that says of what.',
    useWhen: '',
    notWhen: '',
  },
  safety: {
    name: 'Safety fear',
    definition: 'The respondent expects to be harmed, arrested or followed in the country of return.',
    useWhen:
      'Danger to the respondent or to those near is named, also when it is only hinted at (“which road not to take”).',
    notWhen:
      'Poverty or loneliness after return: use Return as new migration. Shame: use Coming back with empty hands.',
  },
  authorities: {
    name: 'Authorities as threat',
    definition: 'The danger comes from police, army, courts or others who act for the state.',
    useWhen:
      'A uniform, an office or a list is where the danger sits, or protection cannot be asked for because of it.',
    notWhen: 'Authorities of the host country: use Fairness of the procedure.',
  },
  family: {
    name: 'Family as threat',
    definition: 'The danger comes from relatives or in-laws, or reaches the respondent through them.',
    useWhen: 'A relative threatens, would tell, or speaks of safety in a way that the respondent does not trust.',
    notWhen: 'A relative warns and helps: code the danger itself.',
  },
  emptyHands: {
    name: 'Coming back with empty hands',
    definition: 'Shame, debt or disappointed hopes that wait at home.',
    useWhen: 'The respondent hides how things are, or speaks of what others paid for the journey or expect from it.',
    notWhen: 'Only lack of money, without anybody’s eyes on it.',
  },
  agency: {
    name: 'Agency',
    definition: 'How far somebody can want, decide and act. A category: choose a code below it.',
    useWhen: '',
    notWhen: '',
  },
  passivity: {
    name: 'Detention passivity',
    definition: 'Losing initiative while held, or carrying that loss along after release.',
    useWhen:
      'A respondent describes waiting for doors, no longer choosing, no longer asking, in or because of detention.',
    notWhen: 'Waiting in an open centre: use Living in waiting. See the memo on this code.',
  },
  health: {
    name: 'Health and confidence',
    definition: 'Body and mind as what makes a decision possible or impossible.',
    useWhen: 'Illness, sleep, pain or strength is brought up together with what somebody dares or manages.',
    notWhen: 'An illness is only mentioned as a fact.',
  },
  step: {
    name: 'Taking a step',
    definition: 'Something done on one’s own initiative, however small.',
    useWhen: 'Teaching, repairing, arranging, refusing; also when it lies in the past and is held against the present.',
    notWhen: 'Plans that nobody has begun.',
  },
  return: {
    name: 'Return',
    definition: 'What the word return means to a respondent, where none of the codes below says it better.',
    useWhen: 'Return is talked about in general, wished for, joked about, or redefined.',
    notWhen: 'A code below fits.',
  },
  newMigration: {
    name: 'Return as new migration',
    definition: 'Going back is described as leaving once more for a strange place, and not as coming home.',
    useWhen: 'Words such as stranger, begin again, a third country; a life there would have to be built from nothing.',
    notWhen: 'The place is known and awaits the respondent, but is dangerous: use Safety fear.',
  },
  placeGone: {
    name: 'The place is gone',
    definition: 'House, people, school or village as they were are no longer there.',
    useWhen: 'What somebody would return to was sold, taken, emptied, or belongs to another time.',
    notWhen: 'The place is there and the respondent has changed: use Return as new migration.',
  },
  children: {
    name: 'Children of here',
    definition: 'Children whose language, school and friends are not those of the country of return.',
    useWhen: 'Return is weighed by what it would be for a child, or a child has become a stranger to it.',
    notWhen: 'Children are mentioned without regard to return.',
  },
  lesserEvil: {
    name: 'Choosing the lesser evil',
    definition: 'Staying and going are both bad, and are weighed against each other.',
    useWhen: 'Somebody compares two evils, or goes because of being tired rather than because of wanting to.',
    notWhen: 'Going is wished for: use Return.',
  },
  staying: {
    name: 'Staying',
    definition: 'What holds somebody here, and what being here is like. Prefer the codes below.',
    useWhen: 'A wish or a right to stay is argued for in general.',
    notWhen: 'A code below fits.',
  },
  home: {
    name: 'Home here',
    definition: 'Ties with people, places and habits in this country.',
    useWhen: 'Somebody or something here is called one’s own, or would be missed.',
    notWhen: 'Friendly professionals: use Someone who listens.',
  },
  waiting: {
    name: 'Living in waiting',
    definition: 'Days, plans and relations that are held up by the procedure, outside detention.',
    useWhen: 'Time is described as empty, long, or owned by somebody else.',
    notWhen: 'In detention, or because of it: use Detention passivity.',
  },
  fairness: {
    name: 'Fairness of the procedure',
    definition: 'Judgements on how one was heard, decided on and informed.',
    useWhen: 'A rule, a hearing, a letter or an official is called just or unjust, by word or by example.',
    notWhen: 'It is about not being believed: use that code.',
  },
  disbelief: {
    name: 'Not being believed',
    definition: 'Being told, or feeling, that one’s account is taken for untrue.',
    useWhen: 'Consistency, proof and plausibility are the matter.',
    notWhen: 'Somebody was not listened to at all: use Fairness of the procedure.',
  },
  listening: {
    name: 'Someone who listens',
    definition: 'A counsellor, lawyer or volunteer who asks or hears something that nobody else did.',
    useWhen: 'A question or a gesture of a professional changed something.',
    notWhen: 'Friends and neighbours: use Home here.',
  },
}
