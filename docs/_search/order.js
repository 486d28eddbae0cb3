// Whoever searches has something to do: pages by task and by user come first, those for developers last.
var Scorer = {
  score: ([page, , , , score]) => {
    if (/^docs\/(cach-lam|bat-dau|giai-thich)\//.test(page)) return score + 20;
    return /^docs\/(decisions\/|rules$|cli$)|^[A-Z]|README$/.test(page) ? score - 20 : score;
  },
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
