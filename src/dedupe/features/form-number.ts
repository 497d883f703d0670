/** Forms of companies, which people mix up or change into each other. */
const companyForms = ["llc", "jsc", "company", "unlimited", "group", "jp", "kr"];
const otherForms = "lp gp sole factory state coop prof ngo bank inst gth".split(" ");

/** Numbers up to this one are forms of companies. */
export const lastCompanyForm = 15;

/**
 * An organisation form as a number, companies first, 0 when there is none.
 * `formNumber("llc")` -> 1, `formNumber("gth")` -> 26; forms that nobody listed share one number.
 */
export function formNumber(form: string): number {
  if (form === "") return 0;
  const company = companyForms.indexOf(form);
  if (company >= 0) return company + 1;
  return lastCompanyForm + 1 + Math.max(0, otherForms.indexOf(form) + 1);
}

/** Whether a form is one of companies, which say their trade beside it. */
export function isCompanyForm(form: string): boolean {
  return companyForms.includes(form);
}
