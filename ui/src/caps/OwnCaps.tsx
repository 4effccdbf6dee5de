import { useQuery } from "@tanstack/react-query";
import { capsQuery } from "@/api/caps";
import { t } from "@/messages";
import { CapsForm } from "./CapsForm";
import classes from "./OwnCaps.module.css";

/** What the talent sets themselves: to change for them, to read for everybody else. */
export function OwnCaps({ talentId, name }: { talentId: string; name?: string }) {
  const { data } = useQuery(capsQuery(talentId));
  if (!data) return null;
  const none = data.words.length === 0;
  return (
    <section className={classes.caps} aria-labelledby="own-caps">
      <h2 id="own-caps">{name ? t.caps.titleOf(name) : t.caps.title}</h2>
      <p className={classes.lead}>{data.maySet ? t.caps.lead : none ? t.caps.noneOf(name) : t.caps.leadOf(name)}</p>
      {data.maySet ? (
        <CapsForm key={data.setAt ?? ""} talentId={talentId} state={data} />
      ) : (
        !none && (
          <ul className={classes.words}>
            {data.words.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )
      )}
    </section>
  );
}
