import lines from "./data/forms.json" with { type: "json" };

export interface FormTail {
  readonly form: string;
  readonly tail: string;
}

/** Tails that are trade as much as form: they stay in the name, only the id is told. */
const keepInName = new Set(["sole", "gth", "coop", "prof"]);

let tails: readonly (FormTail & { readonly keeps: boolean })[] | undefined;

function allTails(): NonNullable<typeof tails> {
  return lines
    .flatMap((line) => {
      const [form = "", ...words] = line.split(" ");
      return words.map((tail) => ({
        form,
        tail,
        keeps: keepInName.has(form) && !tail.startsWith("("),
      }));
    })
    .toSorted((a, b) => b.tail.length - a.tail.length);
}

/** Two neighbours swapped, as in 有限司公, and doubled letters, as in 有有限公司. */
const typos: readonly (readonly [RegExp, string])[] = [
  [/有限司公$|有公限司$|限有公司$/, "有限公司"],
  [/有有限公司$|有限限公司$|有限公公司$|有限公司司$/, "有限公司"],
];

export interface WithoutForm {
  readonly core: string;
  readonly form: string;
}

/**
 * A name without its organisation form: `"华宸精密有限责任公司"` -> core `"华宸精密"`, form `"llc"`.
 * At least two letters stay; a mistyped form counts as the form it was meant to be.
 */
export function splitForm(name: string): WithoutForm {
  tails ??= allTails();
  const meant = typos.reduce((text, [pattern, right]) => text.replace(pattern, right), name);
  for (const { form, tail, keeps } of tails) {
    if (!meant.endsWith(tail) || meant.length - tail.length < 2) continue;
    return { core: keeps ? meant : meant.slice(0, -tail.length), form };
  }
  return { core: meant, form: "" };
}
