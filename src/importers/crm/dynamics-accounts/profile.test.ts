import { describeProfile } from "../../source-profile.contract.ts";
import { dynamicsAccounts } from "./profile.ts";

describeProfile(dynamicsAccounts, import.meta.dirname);
