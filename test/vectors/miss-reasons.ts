/** Why a row of the shared vectors is read otherwise: file, what its row looks like, reason. */
export const missReasons: readonly (readonly [file: string, input: RegExp, reason: string])[] = [
  [
    "phones.csv",
    /^0912-345-678/,
    "unsettled: a mobile of Taiwan only when the record is from there; without that nobody can dial it",
  ],
  [
    "dates.json",
    /^43894/,
    "a serial number of the 1904 system: only the workbook knows, its importer adds the four years",
  ],
  [
    "dates.json",
    /^1709596800/,
    "an instant; the clock in Shanghai shows eight in the morning of that day",
  ],
  [
    "dates.json",
    /^113\/03\/05/,
    "a year of the Republic when the column has more of them; one cell alone is doubtful",
  ],
  ["dates.json", /农历/, "a lunar date stays as text"],
  ["dates_jionlp.json", /农历|阴历|正月/, "a lunar date stays as text"],
  [
    "dates_jionlp.json",
    /冬至|大寒|感恩节|大年三十/,
    "a feast or solar term needs an almanac; it stays as text",
  ],
  ["dates_jionlp.json", /第.+天/, "a counted day is no date that a table holds; it stays as text"],
  ["amounts.json", /%/, "a share is no amount of money; the reader of numbers takes it"],
  ["money_jionlp.json", /几十|数十|十几|十多/, "no number is stated, only its size"],
  [
    "money_jionlp.json",
    /八九亿|三五百|四五千/,
    "two digits in a row are about; which of them counts is not stated",
  ],
  ["money_jionlp.json", /[到~]/, "the unit may belong to one end or to both"],
  ["money_jionlp.json", /3千万亿/, "three units in a row are more likely a slip than a sum"],
  [
    "t2s_opencc.json",
    /殢|圞|谿/,
    "the simplified letter lies outside the basic plane and few fonts have it",
  ],
  [
    "t2s_opencc.json",
    /^(?:t2s|hk2s) 慰藉/,
    "著 as a particle becomes 着, which OpenCC does for Taiwan only",
  ],
  ["mojibake.json", /\ufffd/, "the row says lossless, but a byte became U+FFFD"],
  ["mojibake.json", /瑞昇|翝/, "昇 as read there needs a row of Big5 that the platform lacks"],
  [
    "company_names.json",
    /海昌|梧桐|小金九龙/,
    "a town without 镇 or 街道; the division tables end at the county",
  ],
  [
    "company_names.json",
    /城市人家|交换空间/,
    "the brand of the chain is longer than the vector says",
  ],
  [
    "company_names.json",
    /流沙/,
    "流沙 is a street office of 普宁; 音 belongs to 音乐 and 乐器 alike",
  ],
  [
    "company_names.json",
    /汽车总站|水泥河沙|管道漏水/,
    "nothing but trade words behind the region: the first one stands for the brand",
  ],
  ["company_names.json", /中国中石化/, "中国 in front belongs to the brand of a national company"],
  [
    "company_names.json",
    /喜庄家纺|上鲸商务|诺立研科|阳光财产/,
    "where brand ends and trade begins is a matter of taste; the vector sees it otherwise",
  ],
  [
    "address_cpca.json",
    /市辖区/,
    "市辖区 is a filler of the statistical tables, no division of its own",
  ],
  ["address_jionlp.json", /经济技术开发区/, "a development zone is no division"],
  [
    "address_jionlp.json",
    /香港/,
    "the districts of Hong Kong are not in the tables; a letter of its addresses names none",
  ],
  [
    "division_renames_jionlp.csv",
    /大菁山|云岗区/,
    "the vector mistypes the new name (大箐山县, 云冈区)",
  ],
  [
    "division_renames_jionlp.csv",
    /西沙|南沙/,
    "the islands became the city first; the district came eight years later",
  ],
  [
    "division_renames_jionlp.csv",
    /冷湖/,
    "an administrative committee, which the tables of divisions never had",
  ],
  [
    "division_renames_jionlp.csv",
    /./,
    "the old division was parted among several; what holds them all is certain, which of them is not",
  ],
];
