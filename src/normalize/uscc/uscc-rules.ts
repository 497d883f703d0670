import type { Rule } from "../../model/finding.ts";

/** The rules of credit codes and the identifiers before them. */
export const usccRules: readonly Rule[] = [
  {
    code: "N301",
    name: "code-format",
    zh: "代码统一为大写，去掉空格与连字符",
    en: "A code is written in upper case, without spaces and hyphens",
    example: ["91110000 60003734 1l", "91110000600037341L"],
    fix: "safe",
  },
  {
    code: "N302",
    name: "code-letter-repaired",
    zh: "误写的 O I Z S 换成 0 1 2 5，校验位随之成立",
    en: "O, I, Z or S typed for 0, 1, 2 or 5 is replaced; both check digits then fit",
    example: ["9111OOOO600037341L", "91110000600037341L"],
    fix: "safe",
  },
  {
    code: "N303",
    name: "code-digits-lost",
    zh: "代码被 Excel 当作数值，末位数字已丢失，需重新导出",
    en: "Excel kept the code as a number and its last digits are lost; export it again as text",
    example: ["9.11522010783763E+17", "9.11522010783763E+17"],
  },
  {
    code: "N304",
    name: "code-invalid",
    zh: "长度、字符或校验位不符，不是有效代码",
    en: "Length, letters or a check digit are wrong: no such code exists",
    example: ["91110000600037341N", "91110000600037341N"],
    fix: "needs-review",
  },
  {
    code: "N305",
    name: "code-of-another-kind",
    zh: "信用代码列中是另一种有效代码（组织机构代码、注册号等）",
    en: "Another valid identifier stands in the column of credit codes",
    example: ["310115600985533", "310115600985533"],
    fix: "needs-review",
  },
  {
    code: "N306",
    name: "identity-number-masked",
    zh: "这是身份证号码，已隐藏",
    en: "The value is the identity number of a person; it is masked",
    example: ["44011320141005001x", "440***********001X"],
    fix: "safe",
  },
];
