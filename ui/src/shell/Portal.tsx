import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { IconCheck, IconHandStop, IconPencilPlus, IconUser } from "@tabler/icons-react";
import { useState } from "react";
import { variantsQuery } from "@/api/queries";
import { useLiveUpdates } from "@/live/useLiveUpdates";
import { t } from "@/messages";
import { PanicSheet } from "@/stop/PanicSheet";
import { StopBanner } from "@/stop/StopBanner";
import { Brand } from "./Brand";
import { Help } from "./Help";
import { Interrupted } from "./Interrupted";
import { useKeys } from "./keys";
import classes from "./Portal.module.css";
import { SandboxPill } from "./SandboxPill";
import { UserMenu } from "./UserMenu";
import { useSession } from "./useSession";

const places = [
  { to: "/me", name: t.portal.approvals, Sign: IconCheck, exact: true },
  { to: "/me/ask", name: t.portal.ask, Sign: IconPencilPlus, exact: false },
  { to: "/me/profile", name: t.portal.me, Sign: IconUser, exact: false },
] as const;

/** The talent's place: one column, and a bar within the thumb's reach. */
export default function Portal() {
  const interrupted = useLiveUpdates();
  const { role, talent } = useSession();
  const [help, setHelp] = useState(false);
  const [panic, setPanic] = useState(false);
  const { data } = useInfiniteQuery(variantsQuery({ states: ["awaiting_approval"] }));
  const waiting = data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  useKeys({ "?": () => setHelp(true) });

  return (
    <div className={classes.portal}>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <header className={classes.header}>
        <Link to="/me" className={classes.home} aria-label={t.brand}>
          <Brand />
        </Link>
        <SandboxPill />
        <nav className={classes.bar} aria-label={t.portal.nav}>
          {places.map(({ to, name, Sign, exact }) => (
            <Link key={to} to={to} className={classes.place} activeOptions={{ exact }}>
              <Sign size={22} stroke={1.7} aria-hidden="true" />
              <span>{name}</span>
              {to === "/me" && waiting > 0 && (
                <span className={classes.number}>
                  <span aria-hidden="true">{waiting}</span>
                  <span className="unseen">{t.portal.waiting(waiting)}</span>
                </span>
              )}
            </Link>
          ))}
          {talent && role === "talent" && (
            <button type="button" className={`${classes.place} ${classes.panic}`} onClick={() => setPanic(true)}>
              <IconHandStop size={22} stroke={1.7} aria-hidden="true" />
              <span>{t.panic.button}</span>
            </button>
          )}
        </nav>
        <UserMenu onHelp={() => setHelp(true)} />
      </header>
      <Interrupted interrupted={interrupted} />
      <main id="content" className={classes.main} tabIndex={-1}>
        <StopBanner talent={talent?.id} zone={talent?.timeZone} />
        <Outlet />
      </main>
      {talent && <PanicSheet talentId={talent.id} opened={panic} onClose={() => setPanic(false)} />}
      <Help opened={help} onClose={() => setHelp(false)} />
    </div>
  );
}
