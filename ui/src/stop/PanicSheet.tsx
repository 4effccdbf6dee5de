import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { talentsQuery } from "@/api/queries";
import { stopsQuery, useGoOn, useStop } from "@/api/stops";
import { t } from "@/messages";
import { Sheet } from "@/post/Sheet";
import form from "@/post/Post.module.css";
import { say, sayError } from "@/shell/say";
import classes from "./Stop.module.css";

interface Props {
  talentId: string;
  opened: boolean;
  onClose: () => void;
}

/** The talent's panic switch: says what it does, and the second tap does it. Once pressed, the way to go on. */
export function PanicSheet({ talentId, opened, onClose }: Props) {
  const { data: stops } = useQuery(stopsQuery(talentId));
  const { data: talents } = useQuery(talentsQuery);
  const stop = useStop();
  const goOn = useGoOn();
  const pressed = stops?.find((one) => one.kind === "panic" && one.talent?.id === talentId);
  const waiting = pressed?.waiting ?? talents?.find((one) => one.id === talentId)?.scheduled ?? 0;

  if (pressed?.id) {
    const id = pressed.id;
    const done = () => {
      say(t.stop.goesOn);
      onClose();
    };
    return (
      <Sheet opened={opened} onClose={onClose} title={t.panic.pressed}>
        <div className={form.form}>
          <p>
            {pressed.sentence} {t.stop.waits(waiting)}
          </p>
          {pressed.mayLift ? (
            <Button size="lg" loading={goOn.isPending} onClick={() => goOn.mutate(id, { onSuccess: done, onError: sayError })}>
              {t.stop.goOn}
            </Button>
          ) : (
            <p>{pressed.lifting}</p>
          )}
        </div>
      </Sheet>
    );
  }

  const done = () => {
    say(t.panic.done);
    onClose();
  };
  return (
    <Sheet opened={opened} onClose={onClose} title={t.panic.title}>
      <div className={form.form}>
        <ul className={classes.points}>
          {t.panic.does(waiting).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <Button color="red" size="xl" loading={stop.isPending} onClick={() => stop.mutate({ kind: "panic", talentId }, { onSuccess: done, onError: sayError })}>
          {t.panic.submit}
        </Button>
        <Button variant="default" size="md" onClick={onClose}>
          {t.act.keep}
        </Button>
      </div>
    </Sheet>
  );
}
