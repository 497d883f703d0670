import { describeProfile } from "../../source-profile.contract.ts";
import { zohoAccounts } from "./profile.ts";

describeProfile(zohoAccounts, import.meta.dirname);
