import { describeProfile } from "../../source-profile.contract.ts";
import { salesforceAccounts } from "./profile.ts";

describeProfile(salesforceAccounts, import.meta.dirname);
