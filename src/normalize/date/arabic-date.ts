import { withoutInvisible } from "../../text/width.ts";

const digitOf: Readonly<Record<string, string>> = Object.fromEntries(
  ["〇零○Oo", "一元壹", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap(
    (letters, value) => [...letters].map((letter) => [letter, String(value)]),
  ),
);
const chineseYear = /[〇零○Oo一二三四五六七八九壹贰叁肆伍陆柒捌玖0-9]{4}(?=年)/g;
/** "2018-12-1209:03" and "2018-12-12-09:03": a date and a time without a space between them. */
const gluedTime = /(?<=^\d{4}[-/.]\d\d[-/.]\d\d)-?(?=\d\d:\d\d(?::\d\d)?$)/;
const halfHour = /([点时])半/g;
const chinesePart = /[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾零廿卅〇]{1,3}(?=[月日号])/g;

/** `"二〇二四年三月十五日"` -> "2024年3月15日"; plain width, one space at most, nothing else changes */
export function arabicDate(text: string): string {
  const plain = withoutInvisible(text).normalize("NFKC").replace(/\s+/g, " ").trim();
  if (!/[一-鿿○]/.test(plain))
    return plain.replace(/(?<=[-/.]) (?=\d)/g, "").replace(gluedTime, " ");
  return plain
    .replace(halfHour, "$130分")
    .replace(chineseYear, (year) => [...year].map((letter) => digitOf[letter] ?? letter).join(""))
    .replace(chinesePart, partOf);
}

/** `"十五"` -> "15", `"廿一"` -> "21", `"三"` -> "3" */
function partOf(numeral: string): string {
  const [tens = "", ones = ""] = numeral
    .replace(/^零/, "")
    .replaceAll("拾", "十")
    .replace("廿", "二十")
    .replace("卅", "三十")
    .split("十");
  if (!/[十拾廿卅]/.test(numeral))
    return [...numeral].map((letter) => digitOf[letter] ?? letter).join("");
  return (digitOf[tens] ?? "1") + (digitOf[ones] ?? "0");
}
