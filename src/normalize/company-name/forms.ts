import lines from "./data/forms.json" with { type: "json" };

export interface WithoutForm {
  readonly core: string;
  /** Id of the organisation form, "" when none. */
  readonly form: string;
}

const formByTail: ReadonlyMap<string, string> = new Map(
  lines.flatMap((line) => {
    const [form = "", ...tails] = line.split(" ");
    return tails.map((tail) => [tail, form] as const);
  }),
);
const longestTail = Math.max(...[...formByTail.keys()].map((tail) => tail.length));

/** Ways to write the two commonest forms, most of them typed or read wrongly. */
const variants: readonly (readonly [RegExp, string])[] = [
  [/股份有限责任公司|股份公司/, "股份有限公司"],
  [/有限责任公司|责任有限公司|有限责任公可/, "有限公司"],
  [
    /有限司公|有公限司|限有公司|有有限公司|有限限公司|有限公公司|有限公司司|有限有限公司/,
    "有限公司",
  ],
  [/[友由右油尤]限公司|有[现线县险先艰]公司|有限[工共功么分]司|有限公[词可同思私斯]/, "有限公司"],
  [/(?<!有|无)限公司$|有公司$|有限(?:公|责任公?)?$/, "有限公司"],
];

/**
 * The folded name with its form in one writing: `"华宸有限责任公司"` and `"华宸有限司公"` -> `"华宸有限公司"`.
 * A name cut off inside its form is completed.
 */
export function canonicalForm(name: string): string {
  if (name.endsWith("有限公司") && !name.includes("责任") && !name.includes("有有限")) return name;
  if (!/[司限有公责]/.test(name.slice(-12))) return name;
  return variants.reduce((text, [pattern, right]) => text.replace(pattern, right), name);
}

/**
 * A folded name without its organisation form: `"华宸精密有限公司"` -> core `"华宸精密"`, form `"llc"`.
 * At least two letters stay.
 */
export function splitForm(name: string): WithoutForm {
  for (let length = Math.min(longestTail, name.length - 2); length >= 1; length -= 1) {
    const form = formByTail.get(name.slice(-length));
    if (form !== undefined) return { core: name.slice(0, -length), form };
  }
  return { core: name, form: "" };
}
