package social.greenroom.worker.publish;

import java.time.InstantSource;
import social.greenroom.core.media.MediaStore;
import social.greenroom.trace.Tracing;
import social.greenroom.worker.account.Adapters;

/**
 * What a publisher works with, whichever tenant it serves.
 *
 * @param media where the pictures of posts are
 * @param adapters the ways to the networks
 * @param heartbeats keeps what is in flight alive
 */
public record PublishMeans(
    MediaStore media,
    Adapters adapters,
    Heartbeats heartbeats,
    PublishSettings settings,
    InstantSource clock,
    Tracing tracing) {}
