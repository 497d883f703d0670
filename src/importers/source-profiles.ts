import type { SourceProfile } from "./source-profile.ts";
import { foxmailContacts } from "./addressbook/foxmail/profile.ts";
import { googleContacts } from "./addressbook/google/profile.ts";
import { mail139Contacts } from "./addressbook/mail139/profile.ts";
import { outlookContactsEn } from "./addressbook/outlook-en/profile.ts";
import { outlookExpressContacts } from "./addressbook/outlook-express/profile.ts";
import { outlookContacts } from "./addressbook/outlook-zh/profile.ts";
import { qqContacts } from "./addressbook/qq/profile.ts";
import { seeyonContacts } from "./addressbook/seeyon/profile.ts";
import { chinaMobileBill } from "./calls/china-mobile/profile.ts";
import { pbxCalls } from "./calls/pbx-extension/profile.ts";
import { pbxRecordings } from "./calls/recordings/profile.ts";
import { pbxToll } from "./calls/toll/profile.ts";
import { cordysStaff } from "./crm/cordys-staff/profile.ts";
import { dynamicsAccounts } from "./crm/dynamics-accounts/profile.ts";
import { dynamicsContacts } from "./crm/dynamics-contacts/profile.ts";
import { dynamicsLeads } from "./crm/dynamics-leads/profile.ts";
import { fxiaokeContacts } from "./crm/fxiaoke-contacts/profile.ts";
import { fxiaokeCustomers } from "./crm/fxiaoke-customers/profile.ts";
import { graspPartners } from "./crm/grasp-partners/profile.ts";
import { hubspotCompanies } from "./crm/hubspot-companies/profile.ts";
import { hubspotContacts } from "./crm/hubspot-contacts/profile.ts";
import { hubspotDeals } from "./crm/hubspot-deals/profile.ts";
import { jsherpCustomers } from "./crm/jsherp-customers/profile.ts";
import { kingdeeCustomers } from "./crm/kingdee-customers/profile.ts";
import { leadSystem } from "./crm/lead-system/profile.ts";
import { salesforceAccounts } from "./crm/salesforce-accounts/profile.ts";
import { salesforceContacts } from "./crm/salesforce-contacts/profile.ts";
import { salesforceOpportunities } from "./crm/salesforce-opportunities/profile.ts";
import { salesforceReport } from "./crm/salesforce-report/profile.ts";
import { wukongActivities } from "./crm/wukong-activities/profile.ts";
import { wukongContacts } from "./crm/wukong-contacts/profile.ts";
import { wukongCustomers } from "./crm/wukong-customers/profile.ts";
import { wukongOpportunities } from "./crm/wukong-opportunities/profile.ts";
import { xingyunCustomers } from "./crm/xingyun-customers/profile.ts";
import { yonyouU8Customers } from "./crm/yonyou-u8-customers/profile.ts";
import { zohoAccounts } from "./crm/zoho-accounts/profile.ts";
import { zohoDeals } from "./crm/zoho-deals/profile.ts";
import { zohoCalls } from "./crm/zoho-calls/profile.ts";
import { zohoNotes } from "./crm/zoho-notes/profile.ts";
import { zohoTasks } from "./crm/zoho-tasks/profile.ts";
import { dingtalkStaff } from "./dingtalk/staff/profile.ts";
import { qichacha } from "./registry/qichacha/profile.ts";
import { tianyancha } from "./registry/tianyancha/profile.ts";
import { chatlogChat } from "./wechat/chatlog-chat/profile.ts";
import { chatlogSessions } from "./wechat/chatlog-sessions/profile.ts";
import { chatlogContacts } from "./wechat/chatlog-contacts/profile.ts";
import { echotraceContacts } from "./wechat/echotrace-contacts/profile.ts";
import { memotraceChat } from "./wechat/memotrace-chat/profile.ts";
import { pywxdumpChat } from "./wechat/pywxdump-chat/profile.ts";
import { wechatdataanalysisContacts } from "./wechat/wechatdataanalysis-contacts/profile.ts";
import { wechatmsgChat } from "./wechat/wechatmsg-chat/profile.ts";
import { wechatmsgContacts } from "./wechat/wechatmsg-contacts/profile.ts";
import { weflowChat } from "./wechat/weflow-chat/profile.ts";
import { weflowContacts } from "./wechat/weflow-contacts/profile.ts";
import { wecomBatchAdd } from "./wecom/batch-add/profile.ts";
import { wecomCustomers } from "./wecom/customer-list/profile.ts";
import { wecomLeads } from "./wecom/leads/profile.ts";
import { wecomScrm } from "./wecom/scrm/profile.ts";
import { wecomStaff } from "./wecom/staff/profile.ts";
import { wecomExternalContacts } from "./wecom/external-contacts/profile.ts";
import { wecomMessageArchive } from "./wecom/message-archive/profile.ts";
import { pywxdumpUsers } from "./wechat/pywxdump-users/profile.ts";
import { wechatChatJson } from "./wechat/chat-json/profile.ts";
import { wechatDatabaseContacts } from "./wechat/database/profile.ts";
import { wechatChatText } from "./wechat/chat-text/profile.ts";
import { wechatexporterContacts } from "./wechat/wechatexporter-contacts/profile.ts";
import { androidCalls } from "./calls/android/profile.ts";
import { vcardContacts } from "./addressbook/vcard/profile.ts";
import { mailMessages } from "./addressbook/mail/profile.ts";

/** Every export whose headings are known; a new one is a folder and a line here. */
export const sourceProfiles: readonly SourceProfile[] = [
  wechatmsgContacts,
  wechatmsgChat,
  memotraceChat,
  pywxdumpChat,
  weflowContacts,
  wechatdataanalysisContacts,
  echotraceContacts,
  weflowChat,
  chatlogContacts,
  chatlogChat,
  chatlogSessions,
  wecomCustomers,
  wecomLeads,
  wecomScrm,
  wecomStaff,
  wecomBatchAdd,
  dingtalkStaff,
  fxiaokeCustomers,
  fxiaokeContacts,
  wukongCustomers,
  wukongContacts,
  wukongOpportunities,
  wukongActivities,
  xingyunCustomers,
  jsherpCustomers,
  leadSystem,
  cordysStaff,
  yonyouU8Customers,
  kingdeeCustomers,
  graspPartners,
  salesforceAccounts,
  salesforceContacts,
  salesforceOpportunities,
  salesforceReport,
  hubspotContacts,
  hubspotCompanies,
  hubspotDeals,
  zohoAccounts,
  zohoDeals,
  zohoCalls,
  zohoNotes,
  zohoTasks,
  dynamicsAccounts,
  dynamicsContacts,
  dynamicsLeads,
  qichacha,
  tianyancha,
  outlookContacts,
  outlookContactsEn,
  foxmailContacts,
  outlookExpressContacts,
  seeyonContacts,
  qqContacts,
  mail139Contacts,
  googleContacts,
  chinaMobileBill,
  pbxCalls,
  pbxRecordings,
  pbxToll,
  wecomExternalContacts,
  wecomMessageArchive,
  pywxdumpUsers,
  wechatChatJson,
  wechatDatabaseContacts,
  wechatChatText,
  wechatexporterContacts,
  androidCalls,
  vcardContacts,
  mailMessages,
];
