/** Spellings left out of all countries on purpose, because they name two things about as often; tested to stay out. */
export const LEFT_OUT: Record<string, string> = {
  Brussels: 'the Union and Belgium',
  Jerusalem: 'claimed by two states; a topic of its own',
  Korean: 'North and South',
  English: 'mostly the language',
  European: 'the continent, its states or the Union',
  Santiago: 'Chile, Compostela, a first name',
  Sofia: 'Bulgaria, a first name',
  Congo: 'two states; their full names tell them apart',
};
