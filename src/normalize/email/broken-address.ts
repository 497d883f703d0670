import { isPublicDomain } from "./email-domain.ts";

const endings = "com\\.cn|net\\.cn|org\\.cn|gov\\.cn|com|cn|net|org|cc|vip";
const ending = new RegExp(
  `\\s*[,，、。;；]\\s*(?=(?:${endings})(?:[,.，。](?:cn|com))?\\s*$)`,
  "gi",
);
const spacedEnding = new RegExp(`\\s+\\.?(?=\\.?(?:${endings})\\s*$)`, "gi");
const missingDot = /(?<=@[a-z0-9-]{2,})(?<![.])(?=com(?:\.cn)?$)/i;
const written = /^[\w.+-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/i;
const withoutAt =
  /^([\w.+-]*?)[.#]?((?:vip\.)?(?:qq|163|126|139|sina|sohu|foxmail|gmail|hotmail|outlook)\.com)$/i;
const providerAlone = /@(qq|163|126|139|foxmail|gmail|hotmail|outlook|sohu)$/i;

/**
 * What a broken address was meant to be, for a person to confirm: `"wang@zhaoda,com"` and
 * `"wang@@zhaoda.com"` -> "wang@zhaoda.com", `"123456789qq.com"` -> "123456789@qq.com"; undefined where
 * no single slip explains it.
 */
export function meantAddress(text: string): string | undefined {
  const plain = text.normalize("NFKC").trim();
  const meant = withAt(plain)
    .replace(ending, ".")
    .replace(spacedEnding, ".")
    .replace(/@[@\s]+/g, "@")
    .replace(/\.{2,}/g, ".")
    .replace("@.", "@")
    .replace(".@", "@")
    .replace(/\.c0m$/i, ".com")
    .replace(providerAlone, "@$1.com")
    .replace(missingDot, ".");
  return meant !== plain && written.test(meant) ? meant : undefined;
}

/** Signs that stand for @, or none at all in front of a well-known provider. */
function withAt(text: string): string {
  if (text.includes("@")) return text;
  const marked = text.replace(/\s*[([](?:at|@)[)\]]\s*| at |#(?=[a-z0-9-]+\.[a-z])/i, "@");
  if (marked !== text) return marked;
  const [, local = "", domain = ""] = withoutAt.exec(text) ?? [];
  const isUsual = local.length >= 5 && !/^www/i.test(local) && isPublicDomain(domain.toLowerCase());
  return isUsual ? `${local}@${domain}` : text;
}
