import { useQuery } from "@tanstack/react-query";
import { requestsQuery } from "@/api/queries";
import { t } from "@/messages";
import { Stage } from "@/state/Stage";
import { When } from "@/time/When";
import classes from "./Ask.module.css";

/** What was asked for, and how far each is. */
export function Asked() {
  const { data: requests } = useQuery(requestsQuery());
  if (!requests) return null;
  return (
    <section className={classes.asked} aria-labelledby="asked">
      <h2 id="asked">{t.ask.yours}</h2>
      {requests.length === 0 && <p className={classes.lead}>{t.ask.none}</p>}
      <ul>
        {requests.map((request) => (
          <li key={request.id}>
            <p className={classes.said}>{request.text}</p>
            <p className={classes.facts}>
              <Stage stage={request.stage} />
              <When at={request.createdAt} zone={request.talent.timeZone} />
            </p>
            {request.message && <p className={request.stage === "failed" ? classes.error : classes.facts}>{request.message}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
