/**
 * Marks that web and desktop clients of WeChat leave in exported texts: emoji as tags, as names in
 * brackets and as letters of the private use area, line breaks and escaped signs of HTML.
 */
const tags = /<(?:span|img)\b[^<>]*emoji[^<>]*>(?:<\/span>)?|<br\s*\/?>/gi;
const escapes: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
};
const softbank = /[\ue000-\uf8ff]/g;
/** The names that the client writes; other words in brackets are somebody's text. */
const names: ReadonlySet<string> = new Set(
  `微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 囧 抓狂 吐 偷笑 愉快 可爱 白眼 傲慢 困 惊恐 流汗 憨笑 悠闲 大兵 奋斗 咒骂 疑问 嘘 晕 衰
  骷髅 敲打 再见 擦汗 抠鼻 鼓掌 坏笑 左哼哼 右哼哼 哈欠 鄙视 委屈 快哭了 阴险 亲亲 可怜 笑脸 生病 脸红 破涕为笑 恐惧 失望 无语 嘿哈 捂脸 奸笑 机智 皱眉 耶 吃瓜 加油 汗 天啊
  社会社会 旺柴 好的 打脸 哇 翻白眼 666 让我看看 叹气 苦涩 裂开 嘴唇 爱心 心碎 拥抱 强 弱 握手 胜利 抱拳 勾引 拳头 OK 合十 啤酒 咖啡 蛋糕 玫瑰 凋谢 菜刀 炸弹 便便 月亮 太阳 庆祝
  礼物 红包 發 福 烟花 爆竹 猪头 跳跳 发抖 转圈 赞 爱情 飞吻 西瓜 饭 篮球 乒乓 足球 瓢虫 刀 示爱 NO`.split(
    /\s+/,
  ),
);

/** `"华宸[玫瑰]<br/>"` -> `"华宸"`, `"A&amp;B"` -> `"A&B"`, `"华宸[深圳]"` stays */
export function withoutWechatMarks(text: string): string {
  let plain = text;
  if (plain.includes("<")) plain = plain.replace(tags, " ");
  if (plain.includes("&"))
    plain = plain.replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (found) => escapes[found] ?? found);
  if (plain.includes("["))
    plain = plain.replace(/\[([^[\]]{1,4})\]/g, (whole, name: string) =>
      names.has(name) ? " " : whole,
    );
  return plain.replace(softbank, " ");
}
