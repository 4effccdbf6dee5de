package social.greenroom.api.render;

import social.greenroom.core.network.Platform;
import social.greenroom.store.media.NewMedia;
import social.greenroom.store.media.VariantMedia;

/** A picture that was made for a network, and what it was made from. */
record Rendition(String sourceSha256, Platform platform, NewMedia picture) {
  boolean isFor(VariantMedia wanted) {
    return wanted.sourceSha256().equals(sourceSha256) && wanted.platform() == platform;
  }
}
