import type { SourceProfile } from "../../source-profile.ts";

/** DingTalk directory: see `README.md` beside this file. */
export const dingtalkStaff: SourceProfile = {
  system: "dingtalk-staff",
  title: ["钉钉 通讯录", "DingTalk directory"],
  evidence: "code",
  entity: "user",
  headings: [
    [
      "员工UserID",
      "部门",
      "职位",
      "姓名",
      "性别",
      "工号",
      "是否此部门主管(是/否)",
      "手机号",
      "邮箱",
      "分机号",
      "办公地点",
      "备注",
    ],
  ],
  telling: ["员工UserID"],
  fields: {
    name: "姓名",
    employee_no: "工号",
    external_ids: "员工UserID",
    department: "部门",
    position: "职位",
    mobile: "手机号",
    email: "邮箱",
    note: "备注",
  },
};
