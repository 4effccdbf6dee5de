import {
  IconActivity,
  IconAt,
  IconLayoutDashboard,
  IconListDetails,
  IconMessagePlus,
  IconUsers,
  type Icon,
} from "@tabler/icons-react";
import { t } from "@/messages";

interface Destination {
  to: "/" | "/talents" | "/queue" | "/accounts" | "/requests" | "/activity";
  name: string;
  Sign: Icon;
}

/** The rail of the dashboard, from what is looked at most. */
export const places: Destination[] = [
  { to: "/", name: t.nav.overview, Sign: IconLayoutDashboard },
  { to: "/queue", name: t.nav.queue, Sign: IconListDetails },
  { to: "/talents", name: t.nav.talents, Sign: IconUsers },
  { to: "/accounts", name: t.nav.accounts, Sign: IconAt },
  { to: "/requests", name: t.nav.requests, Sign: IconMessagePlus },
  { to: "/activity", name: t.nav.activity, Sign: IconActivity },
];
