/** Why the system refused to write, by its code, in both languages; another code stands for itself. */
const reasons: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  EACCES: ["permission denied", "没有权限"],
  EISDIR: ["it is a directory", "这是文件夹"],
  ENOENT: ["no such folder", "没有这个文件夹"],
  ENOSPC: ["no space left on the device", "设备空间已满"],
  ENOTDIR: ["a part of its path is no folder", "路径中有一段不是文件夹"],
  EROFS: ["the file system is read-only", "文件系统只读"],
};

/** `"ENOSPC"` -> `{ reason: "no space left on the device", reasonZh: "设备空间已满" }` */
export function writeReason(code: string): { readonly reason: string; readonly reasonZh: string } {
  const [reason, reasonZh] = reasons[code] ?? [code, code];
  return { reason, reasonZh };
}
