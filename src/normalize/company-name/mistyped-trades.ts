import { lookAlike } from "../../text/look-alikes.ts";
import { soundAlike } from "../../text/sound.ts";

/** So common in names that one wrong letter in them is a slip and hardly ever a brand. */
const words =
  `科技 技术 贸易 商贸 工贸 机械 设备 电子 电气 电器 网络 信息 软件 系统 工程 建筑 建设 装饰 装修 设计 咨询 管理 服务 投资 发展 食品 餐饮 物流 运输 货运 广告 传媒 文化 教育 培训 医疗 医药 器械
  化工 塑料 橡胶 包装 印刷 纺织 服装 服饰 家具 建材 五金 汽车 配件 模具 精密 自动化 智能 能源 环保 节能 新能源 新材料 材料 金属 钢铁 不锈钢 生态 园林 房地产 酒店 旅游 进出口 供应链 电力 机电 仪器 仪表
  通信 通讯 制造 加工 销售 制品 制药 健康 美容 电子商务 劳务 租赁 安装 维修 检测`.split(/\s+/);
const known: ReadonlySet<string> = new Set(words);
const byFirst = grouped((word) => word.charAt(0));
const byLast = grouped((word) => word.slice(-1));
const none: readonly string[] = [];

function grouped(letterOf: (word: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const group = groups.get(letterOf(word)) ?? [];
    group.push(word);
    groups.set(letterOf(word), group);
  }
  return groups;
}

/** What a letter can be in the words of two and of three letters; one bit each. */
const roles = { firstOfTwo: 1, lastOfTwo: 2, firstOfThree: 4, lastOfThree: 8 } as const;
const rolesOf = buildRoles();

function buildRoles(): Uint8Array {
  const found = new Uint8Array(0x10000);
  const add = (letter: string, role: number): void => {
    const code = letter.charCodeAt(0);
    found[code] = (found[code] ?? 0) | role;
  };
  for (const word of words) {
    if (word.length > 3) continue;
    const isOfTwo = word.length === 2;
    add(word.charAt(0), isOfTwo ? roles.firstOfTwo : roles.firstOfThree);
    add(word.slice(-1), isOfTwo ? roles.lastOfTwo : roles.lastOfThree);
  }
  return found;
}

/** Words in their own right, one letter from the list. */
const noSlips: ReadonlySet<string> = new Set(["智造", "创意", "文华", "建科", "健康", "管家"]);

export interface MistypedTrade {
  /** As it should read. */
  readonly word: string;
  /** Letters that it takes as written. */
  readonly length: number;
}

/**
 * The common trade word that the last letters of a text stand for with one slip: a letter of the
 * same sound or look, two letters swapped, the last one doubled. `"精蜜"` -> 精密, `"械机"` -> 机械,
 * `"科技技"` -> 科技 in three letters. undefined when there is none. The letters are those up to `end`,
 * none of them before `start`.
 */
export function mistypedTrade(
  text: string,
  start = 0,
  end: number = text.length,
): MistypedTrade | undefined {
  if (end - start < 2) return undefined;
  const before = rolesAt(text, end - 2);
  const last = rolesAt(text, end - 1);
  const long = end - start < 3 ? undefined : ofThree(text.slice(end - 3, end), last);
  if (long !== undefined || !mayBeTwo(before, last)) return long;
  const word = meant(text.slice(end - 2, end));
  return word === undefined ? undefined : { word, length: 2 };
}

function rolesAt(text: string, at: number): number {
  return rolesOf[text.charCodeAt(at)] ?? 0;
}

/** A slip leaves the first letter of a word, or the last one, or swaps the two. */
function mayBeTwo(first: number, last: number): boolean {
  const { firstOfTwo, lastOfTwo } = roles;
  const isSwapped = (last & firstOfTwo) !== 0 && (first & lastOfTwo) !== 0;
  return (first & firstOfTwo) !== 0 || (last & lastOfTwo) !== 0 || isSwapped;
}

function ofThree(written: string, last: number): MistypedTrade | undefined {
  const first = rolesAt(written, 0);
  const { firstOfTwo, firstOfThree, lastOfThree } = roles;
  if ((first & firstOfTwo) !== 0 && written.charCodeAt(1) === written.charCodeAt(2)) {
    const word = written.slice(0, 2);
    if (known.has(word)) return { word, length: 3 };
  }
  const word =
    (first & firstOfThree) !== 0 || (last & lastOfThree) !== 0 ? meant(written) : undefined;
  return word === undefined ? undefined : { word, length: 3 };
}

function meant(written: string): string | undefined {
  if (noSlips.has(written)) return undefined;
  const swapped = written.slice(-1) + written.slice(0, -1);
  if (written.length === 2 && known.has(swapped)) return swapped;
  const isMeant = (word: string): boolean =>
    word.length === written.length && hasOneSlip(written, word);
  return (
    (byFirst.get(written.charAt(0)) ?? none).find(isMeant) ??
    (byLast.get(written.slice(-1)) ?? none).find(isMeant)
  );
}

function hasOneSlip(written: string, word: string): boolean {
  let wrong = -1;
  for (let at = 0; at < word.length; at += 1) {
    if (word.charCodeAt(at) === written.charCodeAt(at)) continue;
    if (wrong >= 0) return false;
    wrong = at;
  }
  if (wrong < 0) return false;
  const [left, right] = [written.charAt(wrong), word.charAt(wrong)];
  return soundAlike(left, right) || lookAlike(left, right);
}
