package social.greenroom.images;

import java.util.List;
import java.util.Locale;

/** The programs there is an image of, and what differs between them. */
public enum Program {
  OPERATOR("Turns Greenroom's resources into work", Base.JAVA, 8081, 130),
  API_SERVER("Serves Greenroom's page and REST API", Base.JAVA, 8080, 145),
  WORKER("Drafts, renders and publishes, as a Job", Base.FFMPEG, 0, 230),
  SANDBOX("Plays the networks, for trying and tests", Base.JAVA, 8090, 90);

  /** What an image stands on. */
  public enum Base {
    /** A Java runtime. */
    JAVA,
    /** A Java runtime, FFmpeg, and a shell, which sets FFmpeg's limits. */
    FFMPEG;

    /** As the script, the properties and the files name it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String description;
  private final Base base;
  private final int port;
  private final int ceiling;

  Program(String description, Base base, int port, int ceiling) {
    this.description = description;
    this.base = base;
    this.port = port;
    this.ceiling = ceiling;
  }

  /** The image's name: {@code greenroom-operator}. */
  public String image() {
    return "greenroom-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String description() {
    return description;
  }

  public Base base() {
    return base;
  }

  /** The ports it listens on; none for a Job. */
  public List<Integer> ports() {
    return port == 0 ? List.of() : List.of(port);
  }

  /** As an SPDX expression. Debian builds FFmpeg with parts under the GPL, so all of it is. */
  public String licences() {
    return base == Base.FFMPEG ? "Apache-2.0 AND GPL-2.0-or-later" : "Apache-2.0";
  }

  /** What the file may have at most, in megabytes of a million bytes: a regression is a diff. */
  public int ceilingMegabytes() {
    return ceiling;
  }
}
