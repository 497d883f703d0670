import { describeProfile } from "../../source-profile.contract.ts";
import { wecomScrm } from "./profile.ts";

describeProfile(wecomScrm, import.meta.dirname);
