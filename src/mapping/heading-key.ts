/**
 * Headings that differ only in width, case, spaces and marks are the same heading.
 * `headingKey("客户 名称*（必填）")` -> "客户名称"
 */
export function headingKey(heading: string): string {
  return heading
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\((必填|选填|required)\)/g, "")
    .replaceAll(/[\s*:_'"]/g, "");
}
