import { describeProfile } from "../../source-profile.contract.ts";
import { zohoDeals } from "./profile.ts";

describeProfile(zohoDeals, import.meta.dirname);
