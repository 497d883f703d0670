import type { SourceProfile } from "../../source-profile.ts";

/** CordysCRM staff: see `README.md` beside this file. */
export const cordysStaff: SourceProfile = {
  system: "cordys-staff",
  title: ["CordysCRM 员工", "CordysCRM staff"],
  evidence: "sample",
  entity: "user",
  headings: [["工号", "姓名", "性别", "部门", "职位", "手机号", "邮箱", "直属上级", "员工类型"]],
  telling: ["员工类型"],
  rowKey: ["工号"],
  fields: {
    employee_no: "工号",
    name: "姓名",
    department: "部门",
    position: "职位",
    mobile: "手机号",
    email: "邮箱",
    manager: "直属上级",
  },
};
