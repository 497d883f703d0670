import { readMojibake } from "../../src/text/mojibake.ts";
import { withoutPinyinAnnotations } from "../../src/text/pinyin-annotation.ts";
import { soundAlike } from "../../src/text/sound.ts";
import { toSimplified } from "../../src/text/traditional.ts";
import { readJson, type VectorCheck } from "./vector-check.ts";

interface ConvertedRow {
  readonly config: string;
  readonly input: string;
  readonly expect: string;
}

const traditional: VectorCheck = {
  file: "t2s_opencc.json",
  what: "traditional to simplified by phrases (t2s, tw2s, hk2s)",
  rows: () =>
    readJson<{ cases: readonly ConvertedRow[] }>("t2s_opencc.json")
      .cases.filter(({ config }) => /^(?:t2s|tw2s|hk2s)$/.test(config))
      .map(({ config, input, expect: expected }) => ({
        input: `${config} ${input}`,
        expected,
        got: toSimplified(input),
      })),
};

interface GarbledRow {
  readonly kind: string;
  readonly garbled: string;
  readonly original: string;
  readonly lossless: boolean;
}

const mojibake: VectorCheck = {
  file: "mojibake.json",
  what: "lossless rows repaired, lossy rows reported",
  rows: () =>
    readJson<{ cases: readonly GarbledRow[] }>("mojibake.json").cases.map((row) => {
      const found = readMojibake(row.garbled);
      const got = found === undefined ? "unseen" : (found.repaired ?? "reported");
      return {
        input: `${row.kind}: ${row.garbled}`,
        expected: row.lossless ? row.original : "reported",
        got,
      };
    }),
};

const annotated: VectorCheck = {
  file: "pinyin_annotated.json",
  what: "readings removed, then simplified",
  rows: () =>
    readJson<{ sentences: readonly { garbled: string; cleaned: string }[] }>(
      "pinyin_annotated.json",
    ).sentences.map(({ garbled, cleaned }) => ({
      input: garbled.trim(),
      expected: cleaned.trim(),
      got: toSimplified(withoutPinyinAnnotations(garbled)).trim(),
    })),
};

const homophones: VectorCheck = {
  file: "typo_pairs_sighan15.json",
  what: "whether two letters can be read alike",
  rows: () =>
    readJson<{ pairs: readonly { wrong: string; right: string; same_pinyin: boolean }[] }>(
      "typo_pairs_sighan15.json",
    ).pairs.map(({ wrong, right, same_pinyin: isSame }) => ({
      input: `${wrong} ${right}`,
      expected: String(isSame),
      got: String(soundAlike(wrong, right)),
    })),
};

export const textChecks: readonly VectorCheck[] = [traditional, mojibake, annotated, homophones];
