import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconHandStop, IconPlayerPause } from "@tabler/icons-react";
import { useState } from "react";
import { stopsQuery, useGoOn } from "@/api/stops";
import type { Stop } from "@/api/types";
import { t } from "@/messages";
import { say, sayError } from "@/shell/say";
import { When } from "@/time/When";
import classes from "./Stop.module.css";

/** A page has other things to say too. */
const FEW = 3;

interface Props {
  /** Only what concerns this talent. */
  talent?: string;
  zone?: string;
}

/** Says on every page what is stopped: by whom, since when, and what waits for it. */
export function StopBanner({ talent, zone }: Props) {
  const { data } = useQuery(stopsQuery(talent));
  const [all, setAll] = useState(false);
  return (
    <div role="status" aria-label={t.stop.label}>
      {data && data.length > 0 && (
        <div className={classes.banner}>
          {data.slice(0, all ? undefined : FEW).map((stop) => (
            <Line key={stop.id ?? stop.sentence} stop={stop} zone={zone} />
          ))}
          {data.length > FEW && !all && (
            <Button variant="default" size="md" onClick={() => setAll(true)}>
              {t.stop.more(data.length - FEW)}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Line({ stop, zone }: { stop: Stop; zone?: string }) {
  const goOn = useGoOn();
  const Sign = stop.kind === "panic" ? IconHandStop : IconPlayerPause;
  const id = stop.id;
  return (
    <div className={classes.stop} data-kind={stop.kind}>
      <Sign size={22} stroke={1.8} className={classes.sign} aria-hidden="true" />
      <div className={classes.words}>
        <strong>{stop.sentence}</strong>
        <span>
          {stop.reason && <>{t.stop.reason(stop.reason)} </>}
          {stop.setAt && (
            <>
              {t.stop.since}{" "}
              <When at={stop.setAt} zone={zone ?? stop.talent?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone} />.{" "}
            </>
          )}
          {t.stop.waits(stop.waiting)} {!stop.mayLift && stop.lifting}
        </span>
        {stop.access.length > 0 && (
          <details>
            <summary>{t.stop.access}</summary>
            <ul className={classes.points}>
              {stop.access.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {stop.mayLift && id && (
        <Button
          variant="default"
          size="md"
          loading={goOn.isPending}
          onClick={() => goOn.mutate(id, { onSuccess: () => say(t.stop.goesOn), onError: sayError })}
        >
          {t.stop.goOn}
        </Button>
      )}
    </div>
  );
}
