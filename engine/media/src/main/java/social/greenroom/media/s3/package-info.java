/** Media kept in a bucket of S3-compatible storage. */
@NullMarked
package social.greenroom.media.s3;

import org.jspecify.annotations.NullMarked;
