/* What helps to write each principle: what a good answer has, and a short made-up pair of answers. No case, no person. */
import type { Principle } from '../api/contract';

export interface Guidance {
  /** The question behind the principle, in one sentence. */
  asks: string;
  /** What a reader who decides looks for. */
  good: string[];
  enough: string;
  tooThin: string;
  /** Why the second answer does not carry. */
  because: string;
}

export const GUIDANCE: Record<Principle, Guidance> = {
  CAUSE: {
    asks: 'Is there a cause that is serious enough, and will it still be there tomorrow?',
    good: [
      'Facts with their source: who saw, said or recorded what, and when.',
      'At least one fact that is not a tie to somebody.',
      'How the offence follows from the facts, and why it is going on.',
    ],
    enough:
      'Since March eleven excavators were taken from four yards. Two drivers stopped on 9 May carried order lists with the same nickname, and the recovered telephone of one holds the group in which lists are sent every Monday.',
    tooThin: 'The account belongs to the scene and follows many known thieves.',
    because: 'It names no act, no source and no date; following somebody is not a fact about an offence.',
  },
  MOTIVE: {
    asks: 'Is this done for the offence alone, by people without a stake in it?',
    good: [
      'The aim, as narrow as the offence.',
      'What will not be looked for: opinions, faith, lawful protest, other offences.',
      'Ties of everybody on the team to those concerned, or that there are none.',
    ],
    enough:
      'To find who orders and who receives the machines. Views, faith and private life are not looked at. Own interests: asked of both on the team on 12 May, no tie to anybody named.',
    tooThin: 'To get a picture of what these people are up to.',
    because: 'A picture of people is not an aim; nothing would fall outside it, and no interest is declared.',
  },
  NECESSITY: {
    asks: 'Is it needed, in proportion to the harm, and is the harm to others kept small?',
    good: [
      'The question it answers that the file does not answer yet.',
      'Why this span, these platforms and this level, and not one more.',
      'Who else will be seen, and what is done so that little of them is.',
    ],
    enough:
      'The file shows who drives, not who orders. Orders are given in the one group only, from March to May. Fourteen members are not named; their messages are read only where they answer an order. Losses so far: 1.2 million.',
    tooThin: 'Social media is always useful and the offence is serious.',
    because: 'Useful is not necessary, and a serious offence does not by itself make every means proportionate.',
  },
  RIGHT: {
    asks: 'Does the right person decide, on a ground in law, and does somebody outside look at it?',
    good: [
      'The provision and the kind of decision it asks for.',
      'Who decides, and that this person is not on the team.',
      'Which body outside the agency validates, before or after.',
    ],
    enough:
      'Production of stored messages needs the court’s warrant (order of 14 May, number above). The superintendent of another unit decides on this application; the civilian overseer validates within fourteen days.',
    tooThin: 'Approved by our own chief as usual.',
    because: 'It names no ground, and nobody outside the line looks at it.',
  },
  LAST_RESORT: {
    asks: 'Has everything that intrudes less been tried, or why can it not work?',
    good: [
      'Each lesser means, one to a line, with when it was tried and what came of it.',
      'Or why it cannot work, in facts of this case.',
      'Cost alone is not a reason.',
    ],
    enough:
      'Watching the yards (five weeks, April to May): shows drivers only. Asking the two receivers: both refused on 20 May. Registers of machines: no owner reported a sale.',
    tooThin: 'Other methods take too long.',
    because: 'No other method is named, and none was tried.',
  },
  PROSPECT: {
    asks: 'Is it likely to work, and when will it stop?',
    good: [
      'Why evidence should be there: last seen in use, kept by the provider, within the span.',
      'A result at which the work ends because the aim is reached.',
      'A lack of result at which it ends because it is not.',
    ],
    enough:
      'The group was in use on 2 May and the provider keeps ninety days. It stops when the sender of the lists is identified, or after thirty days without a new list.',
    tooThin: 'We will certainly find something and go on as long as needed.',
    because: 'Something is not evidence of this offence, and work without an end is not authorised.',
  },
};
