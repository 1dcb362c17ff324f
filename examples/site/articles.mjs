// What the example site publishes. All of it is made up.
export const articles = [
  {
    path: '/harbour-clock',
    title: 'The harbour clock runs again',
    author: 'Mara Lindqvist',
    published: '2026-03-14T08:30:00Z',
    paragraphs: [
      'After eleven silent years the clock above the old customs house struck noon on Saturday, and half the town had come to hear it. The keeper of the museum, who had oiled its wheels through all that time, was given the first turn of the crank.',
      'The works had stopped in a storm that tore two of the four faces from the tower. Replacing them was the smaller part of the task: nobody alive knew how the striking train had been set, and the drawings had been lost with the workshop that made it.',
      'In the end it was a retired ferry engineer who found the fault, a worn pin no longer than a matchstick. She turned a new one on her own lathe, from a bolt of the ferry on which she had served for thirty years.',
      'The council has promised money for the next ten winters. Until then the clock will be wound by volunteers, one for each day of the week, and there is already a waiting list.',
    ],
  },
  {
    path: '/island-bakery',
    title: 'How an island of ninety people keeps a bakery',
    author: 'Tomas Okafor',
    published: '2026-02-02T06:00:00Z',
    paragraphs: [
      'The oven is lit at three, and by five there is a light in every second kitchen of the island. Bread is fetched here, not delivered, and whoever comes first carries the loaves for the neighbours who cannot walk so far.',
      'A shop with ninety customers should not survive, and for a while it did not. When the last baker left, the islanders bought the house together, at forty shares, and looked for somebody who would take the flour and the hours as they were.',
      'What made the sums come right was the winter. In summer the visitors buy cakes, but from October on the oven dries apples, fish and the herbs that the school collects, and those go to the mainland by the weekly boat.',
      'The baker says that she has never written a business plan. She has a slate by the door on which people write what they will need, and in four years she has not thrown a loaf away.',
    ],
  },
  {
    path: '/night-trains',
    title: 'Night trains and the people who wait for them',
    author: 'Ines Marek',
    published: '2026-01-20T19:45:00Z',
    paragraphs: [
      'At ten past one the platform lamps are turned down to half, and the station belongs to those who are going far. A woman with a cello has taken the bench by the heater; two brothers play cards on a suitcase.',
      'The timetable gives the night train four minutes here. It has rarely needed fewer than twenty, and nobody minds, for the guard steps down, asks after the cello, and lets the smokers finish.',
      'Seven years ago the line was to be closed. It was saved by its own slowness: the carriages that leave here at night arrive in the capital when the offices open, and no aeroplane does that without an evening lost.',
      'When the train has gone the station master sweeps the platform, though it is clean. He has been doing it for so long, he says, that he would not know otherwise that the day is over.',
    ],
  },
  {
    path: '/river-survey',
    title: 'What the river survey found under the bridge',
    author: 'Jonas Feld',
    published: '2025-11-08T10:15:00Z',
    paragraphs: [
      'Divers who were to measure the piers of the stone bridge have come up with a list of things that nobody was looking for: an iron safe, the wheel of a mill, and some four hundred bottles from a brewery that burned down in 1874.',
      'The piers themselves are in good order. The survey was ordered because the water has cut deeper on the eastern side since the weir was opened, and a gap had been reported at the foot of the third arch.',
      'There is a gap, but it is as old as the bridge: the builders left it for the flood, and said so in a note that the archive had filed under gardening. The engineers have marked it on their plans and let it be.',
      'The safe was empty. The bottles were not, and the brewery museum has asked a laboratory whether what is in them still lives.',
    ],
  },
  {
    path: '/letter-library',
    title: 'A library that lends letters',
    author: 'Ayla Brandt',
    published: '2025-10-01T07:20:00Z',
    paragraphs: [
      'You can borrow one for two weeks, and you must bring it back unread by anybody else. That is the only rule of the letter library, which opened in a former post office with nine thousand letters that people had given away.',
      'Some are a line long. Others run to forty pages, with maps and pressed flowers, and one is written on the back of a concert bill, in pencil, during the concert. None has an envelope; the names were cut out by those who gave them.',
      'The librarian keeps no catalogue. Whoever comes in says in a few words what kind of letter they need, and she goes along the shelves and returns with three, of which one may be taken.',
      'So far every letter has come back. A good number have come back with another one in the same cover, and she does not ask from whom.',
    ],
  },
];
