import { describeProfile } from "../../source-profile.contract.ts";
import { outlookContactsEn } from "./profile.ts";

describeProfile(outlookContactsEn, import.meta.dirname);
