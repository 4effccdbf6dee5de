import { UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { overviewQuery } from "@/api/queries";
import { t } from "@/messages";
import classes from "./Dashboard.module.css";
import { places } from "./places";
import { TalentSwitcher } from "./TalentSwitcher";
import { useTalent } from "./useTalent";

interface Props {
  onFind: () => void;
  /** Called when somebody goes somewhere. */
  onGo?: () => void;
}

/** The way to everywhere: whose posts, which page. */
export function Rail({ onFind, onGo }: Props) {
  const talent = useTalent();
  const { data } = useQuery(overviewQuery(talent?.id));
  const care = data ? data.failed + data.unknown + data.blocked : 0;
  return (
    <div className={classes.railInside}>
      <TalentSwitcher />
      <UnstyledButton className={classes.find} onClick={onFind}>
        <IconSearch size={16} stroke={1.7} aria-hidden="true" />
        <span>{t.nav.find}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </UnstyledButton>
      <nav aria-label={t.nav.label}>
        <ul className={classes.places}>
          {places.map(({ to, name, Sign }) => (
            <li key={to}>
              <Link to={to} className={classes.place} activeOptions={{ exact: to === "/", includeSearch: false }} onClick={onGo}>
                <Sign size={18} stroke={1.6} aria-hidden="true" />
                <span>{name}</span>
                {to === "/queue" && care > 0 && (
                  <span className={classes.number} aria-label={`${care} ${t.overview.care}`}>
                    {care}
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
