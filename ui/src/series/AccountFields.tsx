import { Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { accountsQuery } from "@/api/queries";
import { t } from "@/messages";
import { NetworkName } from "@/preview/NetworkName";
import classes from "./SeriesSheet.module.css";

interface Props {
  talentId: string;
  /** Ids; undefined while nothing was chosen, which means all, or as before. */
  chosen?: string[];
  onChange: (chosen: string[]) => void;
  /** True where no choice means the accounts on which a post went out before. */
  asBefore: boolean;
  error?: string;
}

/** Where a series goes. */
export function AccountFields({ talentId, chosen, onChange, asBefore, error }: Props) {
  const { data: accounts = [] } = useQuery(accountsQuery(talentId));
  return (
    <Checkbox.Group
      label={t.ask.accounts}
      description={asBefore ? t.series.asBefore : undefined}
      value={chosen ?? (asBefore ? [] : accounts.map((account) => account.id))}
      onChange={onChange}
      error={error}
    >
      <div className={classes.accounts}>
        {accounts.map((account) => (
          <Checkbox
            key={account.id}
            size="md"
            value={account.id}
            label={
              <span className={classes.account}>
                <NetworkName platform={account.platform} />
                <span>{account.handle}</span>
              </span>
            }
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
