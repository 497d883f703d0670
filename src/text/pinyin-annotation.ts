import { readingsOf } from "./pinyin.ts";

/** Letters of pinyin with their tone marks. */
const marks = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ";
const annotation = new RegExp(`(\\p{Script=Han})[(（]([a-z${marks}]{1,6})[)）]`, "gu");
const marked = new RegExp(`[${marks}]`);
/** So many annotations that are right vouch for one that the table does not know. */
const enoughVouchers = 5;

/** `"shù"` -> `"shu"`, `"lǜ"` -> `"lv"` */
function withoutTone(syllable: string): string {
  const plain = syllable.normalize("NFD").replace(/[\u0300\u0301\u0304\u030c]/g, "");
  return plain.replace(/u\u0308/g, "v").normalize("NFC");
}

/**
 * Text without the readings that copy protection of web pages puts behind letters.
 * `"數(shù)字化"` -> `"數字化"`; `"銷售(SMS)"` and `"設(ABC)"` stay. An annotation goes when it is a reading
 * of its letter, or when many others in the text are.
 */
export function withoutPinyinAnnotations(text: string): string {
  const found = [...text.matchAll(annotation)];
  if (!found.some(([, , syllable = ""]) => marked.test(syllable))) return text;
  const isRight = ([, letter = "", syllable = ""]: readonly string[]): boolean =>
    readingsOf(letter).includes(withoutTone(syllable));
  const right = found.filter((each) => isRight(each)).length;
  return text.replace(annotation, (whole, letter: string, syllable: string) =>
    isRight([whole, letter, syllable]) || right >= enoughVouchers ? letter : whole,
  );
}
