import { Menu, UnstyledButton } from "@mantine/core";
import { IconSelector, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { talentsQuery } from "@/api/queries";
import { t } from "@/messages";
import { Avatar } from "@/preview/Avatar";
import classes from "./Dashboard.module.css";
import { useTalent } from "./useTalent";

/** Shows everything of one talent, or of all. The choice stands in the address. */
export function TalentSwitcher() {
  const talent = useTalent();
  const { data: talents = [] } = useQuery(talentsQuery);
  const navigate = useNavigate();
  const choose = (slug: string) =>
    void navigate({ to: ".", search: (before) => ({ ...before, talent: slug || undefined, post: undefined }) });
  return (
    <Menu position="bottom-start" width="target">
      <Menu.Target>
        <UnstyledButton className={classes.switcher} aria-label={`${t.nav.talentSwitcher}: ${talent?.displayName ?? t.nav.everyone}`}>
          {talent ? <Avatar name={talent.displayName} url={talent.avatarUrl} size={22} /> : <IconUsers size={18} stroke={1.6} aria-hidden="true" />}
          <span className={classes.switcherName}>{talent?.displayName ?? t.nav.everyone}</span>
          <IconSelector size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={talent?.slug ?? ""} onChange={choose}>
          <Menu.RadioItem value="" closeMenuOnClick>
            {t.nav.everyone}
          </Menu.RadioItem>
          {talents.map((one) => (
            <Menu.RadioItem key={one.id} value={one.slug} closeMenuOnClick>
              {one.displayName}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
