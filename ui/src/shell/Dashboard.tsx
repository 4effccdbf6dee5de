import { ActionIcon, Drawer } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconMenu2 } from "@tabler/icons-react";
import { Link, Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useLiveUpdates } from "@/live/useLiveUpdates";
import { t } from "@/messages";
import { StopBanner } from "@/stop/StopBanner";
import { Brand } from "./Brand";
import classes from "./Dashboard.module.css";
import { Help } from "./Help";
import { Interrupted } from "./Interrupted";
import { useKeys } from "./keys";
import { Rail } from "./Rail";
import { SandboxPill } from "./SandboxPill";
import { UserMenu } from "./UserMenu";
import { useTalent } from "./useTalent";

const Palette = lazy(() => import("./Palette"));

/** The operators' place: a rail, a page, and everything within reach of the keyboard. */
export default function Dashboard() {
  const interrupted = useLiveUpdates();
  const talent = useTalent();
  const [help, setHelp] = useState(false);
  const [menu, setMenu] = useState(false);
  const [palette, setPalette] = useState(false);
  useKeys({ "?": () => setHelp(true) });
  useHotkeys([["mod+K", () => setPalette(true)]], []);

  return (
    <div className={classes.dashboard}>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <header className={classes.header}>
        <ActionIcon className={classes.burger} variant="subtle" size={44} aria-label={t.nav.menu} onClick={() => setMenu(true)}>
          <IconMenu2 size={20} aria-hidden="true" />
        </ActionIcon>
        <Link to="/" className={classes.home} aria-label={t.brand}>
          <Brand />
        </Link>
        <SandboxPill />
        <UserMenu onHelp={() => setHelp(true)} />
      </header>
      <div className={classes.rail}>
        <Rail onFind={() => setPalette(true)} />
      </div>
      <main id="content" className={classes.main} tabIndex={-1}>
        <Interrupted interrupted={interrupted} />
        <StopBanner talent={talent?.id} zone={talent?.timeZone} />
        <Outlet />
      </main>
      <Drawer opened={menu} onClose={() => setMenu(false)} size={280} title={<Brand />} closeButtonProps={{ "aria-label": t.nav.close }}>
        <Rail
          onFind={() => {
            setMenu(false);
            setPalette(true);
          }}
          onGo={() => setMenu(false)}
        />
      </Drawer>
      <Help opened={help} onClose={() => setHelp(false)} />
      <Suspense>{palette && <Palette onClose={() => setPalette(false)} onHelp={() => setHelp(true)} />}</Suspense>
    </div>
  );
}
