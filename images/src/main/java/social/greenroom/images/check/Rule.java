package social.greenroom.images.check;

import java.io.IOException;
import java.util.List;
import social.greenroom.images.Program;
import social.greenroom.images.tar.ImageTar;

/** Something an image has to keep. */
@FunctionalInterface
interface Rule {
  /** A sentence for each place where the image breaks it. */
  List<String> broken(Program program, ImageTar image) throws IOException;
}
