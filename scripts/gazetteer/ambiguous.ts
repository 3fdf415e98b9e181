/** Spellings that name a country and a starter topic at once, with the reason why both are right. */
export const SHARED: Record<string, string> = {
  pentagon: 'the building and its ministry are a topic; what "the Pentagon" says, the United States say',
  'european commission': 'an organisation of its own, and the voice of the European Union',
  'european parliament': 'an organisation of its own, and a body of the European Union',
  'un security council': 'an organisation of its own, and a body of the United Nations',
  'state duma': 'an organisation of its own, and a seat of the Russian state',
  'verkhovna rada': 'an organisation of its own, and a seat of the Ukrainian state',
  'us congress': 'an organisation of its own, and a seat of the United States',
  kyiv: 'a city of its own, and the seat of the Ukrainian state',
};

/** Spellings left out on purpose, because they name two things about as often. */
export const LEFT_OUT: Record<string, string> = {
  Brussels: 'the Union and Belgium',
  Jerusalem: 'claimed by two states; a topic of its own',
  Korean: 'North and South',
  English: 'mostly the language',
  European: 'the continent, its states or the Union',
  Santiago: 'Chile, Compostela, a first name',
  Sofia: 'Bulgaria, a first name',
  Dominican: 'given to the Dominican Republic, not to Dominica',
  Congolese: 'given to DR Congo, not to its neighbour',
};
