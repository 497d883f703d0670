import { regionInPinyin } from "../address/divisions.ts";

/** What a name in Latin letters is made of; every part folded. */
export interface LatinName {
  /** Division code of a city or province in pinyin in front, "" when none. */
  readonly region: string;
  /** The place as written, where several bear the name: `suzhou` is 苏州 or 宿州. */
  readonly place: string;
  /** "集团" or "控股" where a word says so. */
  readonly group: string;
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
  주식회사: "kr",
  유한회사: "kr",
};
const trades: ReadonlySet<string> = new Set(
  `technology technologies tech electronics electronic electric electrical machinery machine mechanical equipment industry industrial industries
  international trade trading import export imports exports software network information system systems materials material chemical chemicals
  logistics transport food foods medical pharma pharmaceutical environmental energy power engineering construction consulting services service
  manufacturing manufacture mfg product products precision automation intelligent smart digital data design decoration building real estate metal metals steel
  packaging printing paper glass ceramic ceramics rubber tools lighting optoelectronics photoelectric semiconductor biotech biotechnology bio health
  garment garments apparel clothing shoes leather toys gifts agriculture agricultural marine shipping freight supply chain and of china automotive auto textile plastic plastics hardware furniture culture media education investment investments
  management world imp exp appliance appliances heating refrigeration cooling cable cables wire wires led lamp lamps battery batteries solar photovoltaic motor motors pump pumps
  valve valves bearing bearings mold molds mould moulds die casting castings forging sheet fasteners fastener screw screws household houseware kitchenware bathroom sanitary ware wares
  stone marble wood timber bamboo craft crafts arts sports outdoor fitness bag bags luggage cosmetics beauty hair dental hospital instruments instrument meter meters optical optics laser
  display displays communication communications telecom internet advertising exhibition travel tourism hotel hotels restaurant catering property properties asset assets capital finance financial fund
  development solution solutions robot robotics aviation aerospace railway vehicle vehicles parts accessories components spare foam film films adhesive adhesives coating coatings paint ink dyes
  pigment fertilizer feed seed seeds tea wine beverage dairy aquatic seafood fruit fruits vegetable pet pets baby maternal jewelry watch watches optoelectronic photonics microelectronics electromechanical
  hydraulic pneumatic filter filters filtration purification water environment protection recycling`.split(
    /\s+/,
  ),
);

/**
 * A name without any Han letter: `"Huachen Precision Co., Ltd."` -> brand `"huachenprecision"`,
 * form `"llc"`. Words are told apart by punctuation, not by spaces: `"Co.,Ltd"` are two.
 */
export function readLatinName(text: string): LatinName {
  let region = "";
  let place = "";
  const bare = text.replace(/[(（]\s*([a-z]+(?: [a-z]+)?)\s*[)）]/gi, (whole, inside: string) => {
    const [word = ""] = wordsOf(inside);
    const code = regionOf(word);
    region ||= code ?? "";
    place ||= code === undefined ? "" : word;
    return code === undefined ? whole : " ";
  });
  const words = chinaInFront(wordsOf(bare));
  const leading = words.length > 2 && place === "" ? regionOf(words[0] ?? "") : undefined;
  if (leading !== undefined && leading !== "") {
    region = leading;
    words.shift();
  }
  const forms = takeFromEnd(words, (word) => formByWord[word] !== undefined);
  const industry = takeFromEnd(words, (word) => trades.has(word));
  const ids = forms.map((word) => formByWord[word] ?? "");
  const form = ids.findLast((id) => id !== "company") ?? ids.at(-1) ?? "";
  const group = forms.some((word) => word.startsWith("holding")) ? "控股" : "";
  return {
    region,
    place,
    brand: words.join(""),
    industry,
    form,
    group: forms.includes("group") ? "集团" : group,
  };
}

const englishPlaces: Readonly<Record<string, string>> = {
  hongkong: "810000",
  hk: "810000",
  macau: "820000",
  macao: "820000",
  taiwan: "710000",
  tibet: "540000",
};

function regionOf(word: string): string | undefined {
  return englishPlaces[word] ?? regionInPinyin(word);
}

/** Siemens Ltd., China is Siemens China Ltd. */
function chinaInFront(words: readonly string[]): string[] {
  const last = words.at(-1) ?? "";
  const isBehindForm = last === "china" && formByWord[words.at(-2) ?? ""] !== undefined;
  if (!isBehindForm) return [...words];
  const rest = words.slice(0, -1);
  const at = rest.findLastIndex((word) => formByWord[word] === undefined) + 1;
  return [...rest.slice(0, at), last, ...rest.slice(at)];
}

function wordsOf(text: string): string[] {
  const isAscii = asciiOnly.test(text);
  let plain = (isAscii ? text : text.normalize("NFKC")).toLowerCase();
  if (plain.includes("'")) plain = plain.replaceAll("'", "");
  if (plain.includes("hong kong")) plain = plain.replaceAll("hong kong", "hongkong");
  if (plain.includes(".")) {
    plain = plain.replace(/\b(?:[a-z]\.)+[a-z]\b\.?/g, (letters) => letters.replaceAll(".", ""));
  }
  if (plain.includes("/")) plain = plain.replace(/\b([a-z])\/([a-z])\b/g, "$1$2");
  const words = plain.split(isAscii ? /[^a-z\d]+/ : /[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== "");
}

const asciiOnly = /^[ -~]*$/;

/** Takes words off the end as long as they fit; the first word always stays. */
function takeFromEnd(words: string[], fits: (word: string) => boolean): string[] {
  const taken: string[] = [];
  while (words.length > 1 && fits(words.at(-1) ?? "")) taken.unshift(words.pop() ?? "");
  return taken;
}
