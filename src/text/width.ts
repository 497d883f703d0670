/**
 * NFKC but for the letters where it does harm: enclosed numbers would glue to what follows
 * ("①138" -> "1138"), fractions and accents standing alone would fall apart.
 */
const kept = /[\u2460-\u249b\u24ea-\u24ff\u00bc-\u00be\u00b4\u00a8\u2026\u2150-\u215f]/;
const keptAll = new RegExp(`${kept.source}+|[^${kept.source.slice(1, -1)}]+`, "g");

/** CJK Radicals Supplement, which NFKC leaves alone and PDFs and old fonts write: radical, letter. */
const radicalPairs =
  "⺁厂⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋卩⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢水⺣灬⺤爫⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";
const radicals: ReadonlyMap<string, string> = new Map(
  Array.from({ length: radicalPairs.length / 2 }, (_, at) => [
    radicalPairs.charAt(at * 2),
    radicalPairs.charAt(at * 2 + 1),
  ]),
);

/**
 * Full-width and compatibility letters to plain ones.
 * `"ＡＢＣ（深圳）"` -> `"ABC(深圳)"`
 */
export function narrow(text: string): string {
  const plain = kept.test(text)
    ? text.replace(keptAll, (part) => (kept.test(part) ? part : part.normalize("NFKC")))
    : text.normalize("NFKC");
  return /[\u2e80-\u2eff]/.test(plain)
    ? plain.replace(/[\u2e80-\u2eff]/g, (letter) => radicals.get(letter) ?? letter)
    : plain;
}

const invisible =
  /[\p{Cf}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u034f\u115f\u1160\u3164\uffa0\u2800\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** `"华\u200b宸"` -> `"华宸"`: format letters, blank Hangul and braille, variation selectors. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, "");
}
