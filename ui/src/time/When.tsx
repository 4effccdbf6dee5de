import { exact, when } from "./words";
import { useNow } from "./useNow";

interface Props {
  at: string;
  zone: string;
}

/** An instant as people say it; the exact time with its zone on hover and for screen readers. */
export function When({ at, zone }: Props) {
  const now = useNow();
  const precise = exact(at, zone);
  return (
    <time dateTime={at} title={precise} aria-label={precise}>
      {when(at, zone, now)}
    </time>
  );
}
