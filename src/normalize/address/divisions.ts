import lines from "./data/divisions.json" with { type: "json" };

/** A place of the division table. `code` has six digits; `short` is the name without its kind. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly short: string;
}

const kind = /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|地区|盟|市|区|县|旗)$/;
const nationality = /(?:[\u4e00-\u9fff]{1,4}族)+自治[州县旗]$/;

interface Index {
  readonly byCode: ReadonlyMap<string, Division>;
  readonly byName: ReadonlyMap<string, readonly Division[]>;
}

let index: Index | undefined;

function buildIndex(): Index {
  const divisions = lines.map((line): Division => {
    const name = line.slice(7);
    return { code: line.slice(0, 6), name, short: shortName(name) };
  });
  const byName = new Map<string, Division[]>();
  for (const division of divisions) {
    for (const name of new Set([division.name, division.short])) {
      byName.set(name, [...(byName.get(name) ?? []), division]);
    }
  }
  return { byCode: new Map(divisions.map((each) => [each.code, each])), byName };
}

/** A short name needs two letters of its own: 矿区 and 郊区 have none. */
function shortName(name: string): string {
  const short = name.replace(nationality, "").replace(kind, "");
  return short.length >= 2 ? short : name;
}

/** The divisions called `name`, by full or short name: `"朝阳"` -> one in Beijing, others in Liaoning and Jilin. */
export function divisionsNamed(name: string): readonly Division[] {
  index ??= buildIndex();
  return index.byName.get(name) ?? [];
}

/** `"440305"` -> 南山区; undefined for a code that is not in use. */
export function divisionOf(code: string): Division | undefined {
  index ??= buildIndex();
  return index.byCode.get(code);
}

/** `"440305"` -> `["440000", "440300", "440305"]`: the levels that the code goes through. */
export function levelsOf(code: string): string[] {
  const levels = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  return [...new Set(levels)];
}
