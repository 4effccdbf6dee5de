import {
  IconBrandBluesky,
  IconBrandFacebook,
  IconBrandInstagram,
  IconBrandLinkedin,
  IconBrandMastodon,
  IconBrandX,
  IconBrandYoutube,
  IconWorld,
  type Icon,
} from "@tabler/icons-react";
import { t } from "@/messages";
import classes from "./Preview.module.css";

const icons: Record<string, Icon> = {
  linkedin: IconBrandLinkedin,
  x: IconBrandX,
  mastodon: IconBrandMastodon,
  youtube: IconBrandYoutube,
  facebook: IconBrandFacebook,
  instagram: IconBrandInstagram,
  bluesky: IconBrandBluesky,
};

export function networkName(platform: string): string {
  return t.networks[platform] ?? platform;
}

export function NetworkIcon({ platform, size = 18 }: { platform: string; size?: number }) {
  const Shape = icons[platform] ?? IconWorld;
  return <Shape size={size} stroke={1.6} aria-hidden="true" className={classes.icon} />;
}

/** A network's sign and name. */
export function NetworkName({ platform }: { platform: string }) {
  return (
    <span className={classes.network}>
      <NetworkIcon platform={platform} />
      {networkName(platform)}
    </span>
  );
}
