/** Finds FFmpeg and runs it as a process that can take little and harm nothing. */
@NullMarked
package social.greenroom.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
