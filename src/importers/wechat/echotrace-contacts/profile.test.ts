import { describeProfile } from "../../source-profile.contract.ts";
import { echotraceContacts } from "./profile.ts";

describeProfile(echotraceContacts, import.meta.dirname);
