import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconHandStop, IconPlayerPause } from "@tabler/icons-react";
import { stopsQuery, useGoOn } from "@/api/stops";
import type { Stop } from "@/api/types";
import { t } from "@/messages";
import { say, sayError } from "@/shell/say";
import { When } from "@/time/When";
import classes from "./Stop.module.css";

interface Props {
  /** Only what concerns this talent. */
  talent?: string;
  zone?: string;
}

/** Says on every page what is stopped: by whom, since when, and what waits for it. */
export function StopBanner({ talent, zone }: Props) {
  const { data } = useQuery(stopsQuery(talent));
  return (
    <div role="status" aria-label={t.stop.label}>
      {data && data.length > 0 && (
        <div className={classes.banner}>
          {data.map((stop) => (
            <Line key={stop.id ?? stop.sentence} stop={stop} zone={zone} />
          ))}
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
