import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconKeyboard, IconLogout, IconMoon, IconSun, type Icon } from "@tabler/icons-react";
import { t } from "@/messages";
import { Avatar } from "@/preview/Avatar";
import classes from "./Shell.module.css";
import { signOut } from "./signOut";
import { useSession } from "./useSession";

const schemes: [MantineColorScheme, string, Icon][] = [
  ["light", t.nav.light, IconSun],
  ["dark", t.nav.dark, IconMoon],
  ["auto", t.nav.auto, IconDeviceDesktop],
];

/** Who is signed in, the theme, the shortcuts, and the way out. */
export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { user, tenant } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={t.nav.account(user.displayName)}>
          <Avatar name={user.displayName} size={32} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.userFacts}>
          <strong>{user.displayName}</strong>
          <span>{user.email}</span>
          <span>{tenant.displayName}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{t.nav.theme}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
          {schemes.map(([scheme, name, Sign]) => (
            <Menu.RadioItem key={scheme} value={scheme} rightSection={<Sign size={16} aria-hidden="true" />}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden="true" />} onClick={onHelp}>
          {t.nav.shortcuts}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden="true" />} onClick={() => void signOut()}>
          {t.nav.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
