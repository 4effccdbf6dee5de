import { IconPlayerPlay } from "@tabler/icons-react";
import type { Media } from "@/api/types";
import { t } from "@/messages";
import { shapeOf } from "./crop";
import classes from "./Preview.module.css";

interface Props {
  platform: string;
  media: Media[];
}

/** Pictures and videos as the network crops and arranges them. */
export function Pictures({ platform, media }: Props) {
  const first = media[0];
  if (!first) return null;
  const alone = media.length === 1;
  return (
    <div
      className={classes.pictures}
      data-network={platform}
      data-many={alone ? undefined : Math.min(media.length, 4)}
      style={{ aspectRatio: alone ? shapeOf(platform, first.width, first.height) : 16 / 9 }}
    >
      {media.slice(0, 4).map((one) => (
        <figure key={one.sha256} className={classes.picture}>
          <Shown media={one} />
          {platform === "mastodon" && one.altText && <span className={classes.alt}>{t.preview.alt}</span>}
        </figure>
      ))}
    </div>
  );
}

function Shown({ media }: { media: Media }) {
  if (!media.mediaType.startsWith("video/")) {
    return <img src={media.url} alt={media.altText || t.preview.altMissing} loading="lazy" />;
  }
  return (
    <>
      <video src={media.url} aria-label={media.altText || t.preview.video} preload="metadata" muted playsInline controls />
      <IconPlayerPlay className={classes.play} aria-hidden="true" />
    </>
  );
}
