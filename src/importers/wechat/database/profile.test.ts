import { describeProfile } from "../../source-profile.contract.ts";
import { wechatDatabaseContacts } from "./profile.ts";

describeProfile(wechatDatabaseContacts, import.meta.dirname);
