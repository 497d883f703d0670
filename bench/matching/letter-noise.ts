import { pinyin } from "pinyin-pro";
import type { Random } from "../generator/random.ts";

/** The 3,755 common Han letters of GB 2312 level 1. */
const commonLetters: readonly string[] = readCommonLetters();

// Pairs that keyboards and scanners mix up, from observed typing errors.
const lookalikes =
  "机帆 泥凝 沙纱 翰瀚 具俱 珑陇 驼陀 城诚 富福 越岳 油食 质资 未末 己已 土士 日曰 晴睛 拔拨 特持 析折 治冶 博搏 凯剀 宇字 天夭 千干 大太 王玉 今令 名各 住往 侯候 微徵 徽微 鸟乌 刀力 人入 田由 甲申 贝见 午牛 壮状 代伐 准淮 洽恰 茶荼 蓝篮 铭钻 盛盔 辰展 晨震 源原 圆园 锦棉 杨扬 瑞端 晟晨 睿容 昊吴 泽译 鑫磊".split(
    " ",
  );
const lookalikeOf: ReadonlyMap<string, string> = new Map(
  lookalikes.flatMap(([first = "", second = ""]) => [
    [first, second] as const,
    [second, first] as const,
  ]),
);

let lettersBySound: ReadonlyMap<string, readonly string[]> | undefined;

function readCommonLetters(): string[] {
  const decoder = new TextDecoder("gb18030");
  const letters: string[] = [];
  for (let lead = 0xb0; lead <= 0xd7; lead += 1) {
    for (let trail = 0xa1; trail <= (lead === 0xd7 ? 0xf9 : 0xfe); trail += 1) {
      letters.push(decoder.decode(Uint8Array.of(lead, trail)));
    }
  }
  return letters;
}

function soundOf(letter: string): string {
  return pinyin(letter, { toneType: "none" });
}

function bySound(): ReadonlyMap<string, readonly string[]> {
  const grouped = new Map<string, string[]>();
  for (const letter of commonLetters) {
    const sound = soundOf(letter);
    grouped.set(sound, [...(grouped.get(sound) ?? []), letter]);
  }
  lettersBySound = grouped;
  return grouped;
}

/** Another common letter of the same sound, the letter itself when there is none: `"宸"` -> `"晨"` */
export function homophoneOf(random: Random, letter: string): string {
  const letters = (lettersBySound ?? bySound()).get(soundOf(letter)) ?? [];
  const others = letters.filter((other) => other !== letter);
  return others.length === 0 ? letter : random.pick(others);
}

/** The letter it is mistaken for by its shape, "" when we know none. */
export function lookalikeFor(letter: string): string {
  return lookalikeOf.get(letter) ?? "";
}

/** Any common letter. */
export function anyLetter(random: Random): string {
  return random.pick(commonLetters);
}

/** `replaceAt("宏远", 1, "源")` -> `"宏源"` */
export function replaceAt(text: string, at: number, letter: string): string {
  const letters = [...text];
  letters[at] = letter;
  return letters.join("");
}
