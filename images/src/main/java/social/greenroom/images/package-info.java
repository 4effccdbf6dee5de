/** Builds the container images with Jib, runs what is in them, and checks them. */
@NullMarked
package social.greenroom.images;

import org.jspecify.annotations.NullMarked;
