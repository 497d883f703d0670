import lines from "./data/province-area-codes.json" with { type: "json" };

const codeByProvince = new Map<string, string>();
const codeByArea = new Map<string, string>();
for (const line of lines) {
  const [code = "", name = "", ...areas] = line.split(" ");
  codeByProvince.set(name, code);
  for (const area of areas) codeByArea.set(area.slice(1), code);
}
const provinceCodes: ReadonlySet<string> = new Set(codeByProvince.values());

/** `"广东省深圳市"` -> `"44"`: the province a region or address begins with, "" when it names none */
export function provinceOfText(text: string): string {
  return codeByProvince.get(text.slice(0, 2)) ?? codeByProvince.get(text.slice(0, 3)) ?? "";
}

/** `"+8675528780808"` -> `"44"`: the province of a landline; "" for mobiles, hotlines and the rest */
export function provinceOfPhone(phone: string): string {
  const national = /^\+86(\d{9,12})(?!\d)/.exec(phone)?.[1] ?? "";
  if (/^1[3-9]\d{9}$/.test(national)) return "";
  return codeByArea.get(national.slice(0, 2)) ?? codeByArea.get(national.slice(0, 3)) ?? "";
}

/** `"91440300MA5EYAMP17"` -> `"44"`: where a credit code was registered; "" for the state's own office */
export function provinceOfUscc(uscc: string): string {
  const code = /^[0-9A-Z]{2}(\d{2})\d{4}[0-9A-Z]{10}$/.exec(uscc)?.[1] ?? "";
  return provinceCodes.has(code) ? code : "";
}
