package social.greenroom.media.render;

import social.greenroom.media.ffmpeg.TestFfmpeg;

/** With the bundled FFmpeg. */
class ImageRendererIT extends ImageRendererContract {
  ImageRendererIT() {
    super(TestFfmpeg.bundled());
  }
}
