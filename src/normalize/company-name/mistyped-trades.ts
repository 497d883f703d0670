import { isLetterOf, letterSet } from "../../text/letter-set.ts";
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
const firstLetters = letterSet([...byFirst.keys()].join(""));
const lastLetters = letterSet([...byLast.keys()].join(""));
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
 * `"科技技"` -> 科技 in three letters. undefined when there is none.
 */
export function mistypedTrade(text: string): MistypedTrade | undefined {
  if (!mayBeMistyped(text)) return undefined;
  const { length } = text;
  if (length === 3 && text.charAt(1) === text.charAt(2)) {
    const word = text.slice(0, 2);
    if (known.has(word)) return { word, length };
  }
  const long = length < 3 ? undefined : meant(text.slice(-3));
  if (long !== undefined) return { word: long, length: 3 };
  const short = length < 2 ? undefined : meant(text.slice(-2));
  return short === undefined ? undefined : { word: short, length: 2 };
}

/** A slip leaves the first letter of a word, or the last one, or swaps the two. */
function mayBeMistyped(text: string): boolean {
  for (let at = Math.max(0, text.length - 3); at < text.length; at += 1) {
    if (isLetterOf(firstLetters, text, at)) return true;
  }
  return isLetterOf(lastLetters, text, text.length - 1);
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
