import { regionInPinyin } from "../address/divisions.ts";

/** What a name in Latin letters is made of; every part folded. */
export interface LatinName {
  /** Division code of a city or province in pinyin in front, "" when none. */
  readonly region: string;
  readonly brand: string;
  readonly industry: readonly string[];
  readonly form: string;
}

const formByWord: Readonly<Record<string, string>> = {
  ltd: "llc",
  limited: "llc",
  llc: "llc",
  gmbh: "llc",
  bv: "llc",
  srl: "llc",
  sarl: "llc",
  bhd: "llc",
  inc: "jsc",
  incorporated: "jsc",
  corp: "jsc",
  corporation: "jsc",
  plc: "jsc",
  ag: "jsc",
  sa: "jsc",
  spa: "jsc",
  nv: "jsc",
  jsc: "jsc",
  llp: "lp",
  lp: "lp",
  sas: "jsc",
  as: "jsc",
  ab: "jsc",
  oy: "llc",
  oyj: "jsc",
  aps: "llc",
  ooo: "llc",
  pjsc: "jsc",
  stk: "jsc",
  jt: "jsc",
  sl: "llc",
  kft: "llc",
  sro: "llc",
  lda: "llc",
  ltda: "llc",
  limitada: "llc",
  unipessoal: "llc",
  sociedade: "company",
  gk: "jp",
  yk: "jp",
  kk: "jp",
  co: "company",
  company: "company",
  pte: "company",
  pty: "company",
  pvt: "company",
  sdn: "company",
  kg: "company",
  group: "group",
  holding: "group",
  holdings: "group",
};
const trades: ReadonlySet<string> = new Set(
  `technology technologies tech electronics electronic electric electrical machinery machine mechanical equipment industry industrial industries
  international trade trading import export imports exports software network information system systems materials material chemical chemicals
  logistics transport food foods medical pharma pharmaceutical environmental energy power engineering construction consulting services service
  manufacturing manufacture mfg product products precision automation intelligent smart digital data design decoration building real estate metal metals steel
  packaging printing paper glass ceramic ceramics rubber tools lighting optoelectronics photoelectric semiconductor biotech biotechnology bio health
  garment garments apparel clothing shoes leather toys gifts agriculture agricultural marine shipping freight supply chain and of china automotive auto textile plastic plastics hardware furniture culture media education investment investments`.split(
    /\s+/,
  ),
);

/**
 * A name without any Han letter: `"Huachen Precision Co., Ltd."` -> brand `"huachenprecision"`,
 * form `"llc"`. Words are told apart by punctuation, not by spaces: `"Co.,Ltd"` are two.
 */
export function readLatinName(text: string): LatinName {
  let region = "";
  const bare = text.replace(/[(（]\s*([a-z]+)\s*[)）]/gi, (whole, place: string) => {
    const code = regionInPinyin(place.toLowerCase());
    region ||= code ?? "";
    return code === undefined ? whole : " ";
  });
  const words = wordsOf(bare);
  const leading = words.length > 2 && region === "" ? regionInPinyin(words[0] ?? "") : undefined;
  if (leading !== undefined && leading !== "") {
    region = leading;
    words.shift();
  }
  const forms = takeFromEnd(words, (word) => formByWord[word] !== undefined);
  const industry = takeFromEnd(words, (word) => trades.has(word));
  const ids = forms.map((word) => formByWord[word] ?? "");
  const form = ids.findLast((id) => id !== "company") ?? ids.at(-1) ?? "";
  return { region, brand: words.join(""), industry, form };
}

function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKC").toLowerCase().replaceAll("'", "");
  const joined = plain
    .replace(/\b(?:[a-z]\.)+[a-z]\b\.?/g, (letters) => letters.replaceAll(".", ""))
    .replace(/\b([a-z])\/([a-z])\b/g, "$1$2");
  return joined.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** Takes words off the end as long as they fit; the first word always stays. */
function takeFromEnd(words: string[], fits: (word: string) => boolean): string[] {
  const taken: string[] = [];
  while (words.length > 1 && fits(words.at(-1) ?? "")) taken.unshift(words.pop() ?? "");
  return taken;
}
