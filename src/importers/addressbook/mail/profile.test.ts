import { describeProfile } from "../../source-profile.contract.ts";
import { mailMessages } from "./profile.ts";

describeProfile(mailMessages, import.meta.dirname);
