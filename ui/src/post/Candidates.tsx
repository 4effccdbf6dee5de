import { Button } from "@mantine/core";
import type { Candidate, Doubt } from "@/api/types";
import { t } from "@/messages";
import classes from "./Post.module.css";

interface Props {
  doubt: Doubt;
  network: string;
  /** Whoever may say so picks the one that it is. */
  onPick?: (found: Candidate) => void;
}

/** What the account shows that may be what was sent, beside our own words. */
export function Candidates({ doubt, network, onPick }: Props) {
  return (
    <div>
      <dt>{t.settle.shows(network)}</dt>
      <dd>
        {doubt.why && <p>{doubt.why}</p>}
        {doubt.candidates.length === 0 && <p>{t.settle.nothingAlike}</p>}
        {doubt.candidates.map((found) => (
          <div key={found.remoteId}>
            <p className={classes.public}>{found.text}</p>
            {found.url && (
              <a href={found.url} target="_blank" rel="noreferrer">
                {t.act.openLive(network)}
              </a>
            )}
            {onPick && (
              <Button variant="default" size="md" onClick={() => onPick(found)}>
                {t.settle.thisOne}
              </Button>
            )}
          </div>
        ))}
      </dd>
    </div>
  );
}
